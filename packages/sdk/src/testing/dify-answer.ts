import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Record<string, string>;
}

/** What a Dify answers; 200 unless it says otherwise. */
export interface DifyAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export function refuse(status: number, code: string, message: string): DifyAnswer {
  return { status, body: { code, message, status } };
}

export function writeAnswer(response: ServerResponse, { status = 200, headers = {}, body }: DifyAnswer): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
