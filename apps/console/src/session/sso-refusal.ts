/** Why somebody comes back from a provider, as the address of a page has it. */
export interface SsoRefusal {
  readonly code?: string;
  /** The provider's own reason, where `code` is only that it did not work. */
  readonly reason?: string;
  readonly reference?: string;
}
