/** What the server wrote into this page: the nonce of its styles, and the scheme it takes the connection for. */
export function pageMeta(name: 'nonce' | 'scheme'): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="latchkey:${name}"]`)?.content ?? '';
}
