import { createClient } from '@latchkey/sdk';
import { carry } from './carry.ts';
import { csrfToken } from './csrf-token.ts';
import { createSessionSend } from './session-send.ts';

/** The server that these pages came from, in the session of this browser. */
export const client = createClient({
  base: '',
  send: createSessionSend({ carry, csrfToken: () => csrfToken(document.cookie), alone }),
});

function alone<T>(task: () => Promise<T>): Promise<T> {
  // Browsers offer locks in secure contexts only; over plain http the server's grace window for parallel tabs remains.
  return 'locks' in navigator ? navigator.locks.request('latchkey:renew', task) : task();
}
