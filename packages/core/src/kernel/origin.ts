/** Where a request comes from, as far as the server could prove it. */
export interface Origin {
  /** Text form of the caller's address, behind trusted proxies only. */
  readonly ip: string;
  readonly userAgent: string;
  /** Shown to the person with a refusal; the administrator looks the attempt up by it. */
  readonly reference: string;
}
