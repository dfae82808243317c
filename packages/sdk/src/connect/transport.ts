/** One request, as it goes over the wire. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** The value of a header, by its lower-case name. */
  header(name: string): string | undefined;
  /** Every `Set-Cookie`. */
  readonly cookies: readonly string[];
  readonly text: string;
}

/** Carries requests. Rejects when no answer came; never for what an answer says. */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

/** By `fetch`. A browser keeps cookies to itself and sends its own: there it works on the server's own pages. */
export const fetchTransport: Transport = async ({ method, url, headers, body }) => {
  const response = await fetch(url, {
    method,
    headers,
    credentials: 'include',
    redirect: 'follow',
    ...(body !== undefined && { body }),
  });
  return {
    status: response.status,
    header: (name) => response.headers.get(name) ?? undefined,
    cookies: response.headers.getSetCookie(),
    text: await response.text(),
  };
};
