interface Return {
  readonly redirect_url?: string;
}

/** Keeps, of an address's query, where to go once somebody is signed in. */
export function withReturn({ redirect_url }: Return): Return {
  return redirect_url === undefined ? {} : { redirect_url };
}
