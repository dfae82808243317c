/** What a provider has to know of us. */
export interface Addresses {
  readonly callback_url: string;
  readonly callback_aliases: readonly string[];
  readonly entity_id: string | null;
  readonly metadata_url: string | null;
  readonly login_url: string | null;
  readonly back_channel_logout_url: string | null;
}
