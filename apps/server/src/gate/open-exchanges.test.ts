import { expect, test } from 'vitest';
import { type Exchange, openExchanges } from './open-exchanges.ts';

function anExchange(code: string) {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const exchange: Exchange = { name: { code }, tokenHash: code, ip: '192.0.2.1', isEndless: true, end };
  return { exchange, ended };
}

test('everything that is open is asked about at once, and what may not stay is cut', async () => {
  const asked: (string | undefined)[][] = [];
  const exchanges = openExchanges(
    async (open) => {
      asked.push(open.map(({ tokenHash }) => tokenHash));
      return open.map(({ tokenHash }) => tokenHash !== 'two');
    },
    () => undefined,
  );
  const [one, two] = [anExchange('one'), anExchange('two')];
  const isOver = exchanges.add(one.exchange);
  exchanges.add(two.exchange);

  await two.ended;

  expect(asked[0]).toEqual(['one', 'two']);
  isOver();
  exchanges.stop();
});

test.each([
  ['fails', () => Promise.reject(new Error('down'))],
  ['does not answer', () => new Promise<never>(() => undefined)],
])('a store that %s closes what is open, and is told', async (_what, judge) => {
  const errors: unknown[] = [];
  const exchanges = openExchanges(judge, (error) => errors.push(error));
  const { exchange, ended } = anExchange('one');
  exchanges.add(exchange);

  await ended;

  expect(errors).toHaveLength(1);
  exchanges.stop();
});
