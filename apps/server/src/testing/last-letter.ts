import type { LetterFacts, LetterKind } from '@latchkey/core';
import type { TestServer } from './test-server.ts';

/** What the newest letter of a kind to an address tells. Nothing delivers letters here: they wait in the outbox. */
export async function lastLetter<K extends LetterKind>(
  server: TestServer,
  kind: K,
  to: string,
): Promise<LetterFacts[K]> {
  const { outbox } = server.context.platform.store;
  const { letters } = await outbox.list({ status: undefined, kind, recipient: to }, { offset: 0, limit: 1 });
  const letter = letters[0] && (await outbox.find(letters[0].id));
  if (letter?.facts === undefined || letter.facts === null) throw new Error(`no letter ${kind} to ${to}`);
  // A boundary: the kind that was asked for says what the letter tells.
  return letter.facts as LetterFacts[K];
}

/** How many letters of a kind went to an address. */
export async function countLetters(server: TestServer, kind: LetterKind, to: string): Promise<number> {
  const filter = { status: undefined, kind, recipient: to };
  return (await server.context.platform.store.outbox.list(filter, { offset: 0, limit: 1 })).total;
}
