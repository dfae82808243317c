/** A request as it goes on the wire; `url` is absolute, or relative to the page it is sent from. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WireResponse {
  readonly status: number;
  /** The value of a header, by its lower-case name. */
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

/** Carries one request; rejects only when no answer came. */
export type Send = (request: WireRequest) => Promise<WireResponse>;
