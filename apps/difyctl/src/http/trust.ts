/** Which certificates count; Node's usual ones where nothing is said. */
export interface Trust {
  readonly ca?: readonly string[];
  readonly rejectUnauthorized?: boolean;
}

/** As node:tls takes it, which writes to lists it is handed. */
export function toTls({ ca, rejectUnauthorized = true }: Trust): { ca?: string[]; rejectUnauthorized: boolean } {
  return { rejectUnauthorized, ...(ca && { ca: [...ca] }) };
}
