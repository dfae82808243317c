/** One request, as it goes over the wire. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** How long to wait for the whole answer. */
  readonly timeoutMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** The value of a header, by its lower-case name. */
  header(name: string): string | undefined;
  /** Every `Set-Cookie`; none in a browser, which keeps them to itself. */
  readonly cookies: readonly string[];
  readonly text: string;
}

/** Carries one request. Rejects when no answer came; never for what an answer says. Follows no redirection. */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

/**
 * By `fetch`. In a browser it works on pages of the server's own site, whose cookies the browser sends by itself.
 *
 * @example
 * ```ts
 * const { text } = await askVersion('https://dify.example.com', fetchTransport);
 * console.log(text);
 * ```
 */
export const fetchTransport: Transport = async ({ method, url, headers, body, timeoutMs }) => {
  const response = await fetch(url, {
    method,
    headers,
    credentials: 'include',
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    ...(body !== undefined && { body }),
  });
  return {
    status: response.status,
    header: (name) => response.headers.get(name) ?? undefined,
    cookies: response.headers.getSetCookie(),
    text: await response.text(),
  };
};
