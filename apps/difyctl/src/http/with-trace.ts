import type { Send } from '@latchkey/sdk';
import type { Shell } from '../shell.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Tells on standard error what is asked and answered, and nothing that a token or code could be read from. */
export function withTrace(send: Send, { err, clock }: Pick<Shell, 'err' | 'clock'>): Send {
  return async (request) => {
    const started = clock.now().getTime();
    const tell = (text: string) => err.write(`${withoutSecrets(text)}\n`);
    tell(`> ${request.method} ${request.url}`);
    try {
      const response = await send(request);
      tell(`< ${response.status} (${clock.now().getTime() - started} ms)`);
      return response;
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      tell(`< no answer: ${cause instanceof Error ? cause.message : String(cause)}`);
      throw error;
    }
  };
}
