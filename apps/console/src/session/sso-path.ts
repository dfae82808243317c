interface Carried {
  /** A path of ours to end at. */
  readonly redirect_url?: string | undefined;
  readonly invite_token?: string | undefined;
  /** A hint to the provider. */
  readonly email?: string | undefined;
}

/** The path that leads to a provider, with what is to be carried there and back. */
export function ssoPath(entrance: string, carried: Carried): string {
  const [path = '', query] = entrance.split('?');
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(carried)) {
    if (value !== undefined && value !== '' && value !== '/') search.set(name, value);
  }
  return search.size === 0 ? path : `${path}?${search}`;
}
