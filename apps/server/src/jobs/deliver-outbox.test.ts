import { deliverLetters, type LetterFilter } from '@latchkey/core';
import { aLetter, aNotice } from '@latchkey/core/testing';
import { type Mailbox, openMailbox } from '@latchkey/tools/real/mailbox';
import { createDatabase } from '@latchkey/tools/real/postgres';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { startDelivering } from './deliver-outbox.ts';

const FROM = { LATCHKEY_MAIL_FROM: 'Example <noreply@example.com>' };
const EVERY: LetterFilter = { status: undefined, kind: undefined, recipient: '' };

async function mailbox(options?: Parameters<typeof openMailbox>[0]): Promise<Mailbox> {
  const box = await openMailbox(options);
  onTestFinished(() => box.close());
  return box;
}

async function server(env: Record<string, string> = {}): Promise<TestServer> {
  const started = await startTestServer(env);
  onTestFinished(() => started.close());
  return started;
}

const smtp = ({ port }: Pick<Mailbox, 'port'>) => ({
  ...FROM,
  LATCHKEY_SMTP_URL: `smtp://127.0.0.1:${port}?tls=none`,
});

const add = ({ context }: TestServer, to: string) =>
  context.platform.store.outbox.add(aLetter({ accountId: null, to, expiresAt: new Date('2026-11-22T12:00:00Z') }));

const deliver = ({ context }: TestServer) => deliverLetters(context.platform);

async function letters({ context }: TestServer) {
  return (await context.platform.store.outbox.list(EVERY, { offset: 0, limit: 100 })).letters;
}

describe('two replicas', () => {
  test('send each letter once, however often both are asked at once', async () => {
    const box = await mailbox();
    const database = await createDatabase();
    const env = {
      ...smtp(box),
      LATCHKEY_DATABASE_URL: database.url,
      LATCHKEY_SECRET_KEY: 'the same key on every replica, 32+',
    };
    const replicas = [await startTestServer(env), await startTestServer(env)] as const;
    onTestFinished(async () => {
      for (const replica of replicas) await replica.close();
      await database.drop();
    });
    for (let n = 0; n < 40; n += 1) await add(replicas[n % 2 === 0 ? 0 : 1], `${n}@example.com`);

    await Promise.all([0, 1, 0, 1, 0, 1].map((index) => deliver(replicas[index === 0 ? 0 : 1])));

    const recipients = box.letters.flatMap(({ to }) => to);
    expect(recipients).toHaveLength(40);
    expect(new Set(recipients).size).toBe(40);
    const known = await letters(replicas[0]);
    expect(known.map(({ status, tries }) => [status, tries])).toEqual(known.map(() => ['sent', 1]));
  });

  test('leave a letter whose sender died to the other, which sends it under the same Message-ID', async () => {
    const box = await mailbox();
    const one = await server(smtp(box));
    await add(one, 'ada@example.com');
    const { clock, store } = one.context.platform;
    const [lost] = await store.outbox.claimDue(clock(), 1, new Date(clock().getTime() + 180_000));

    await deliver(one);
    expect(box.letters).toEqual([]);

    one.advance(180);
    await deliver(one);
    expect(box.letters.map(({ parsed }) => parsed.messageId)).toEqual([`<${lost?.id}@example.com>`]);
  });
});

test('a letter is sent with what it tells, which is forgotten then', async () => {
  const box = await mailbox();
  const one = await server(smtp(box));
  await add(one, 'ada@example.com');

  await deliver(one);

  expect(box.letters[0]?.parsed).toMatchObject({
    from: { name: 'Example', address: 'noreply@example.com' },
    to: [{ address: 'ada@example.com' }],
    text: expect.stringContaining('314159'),
    html: expect.stringContaining('314159'),
  });
  const [letter] = await letters(one);
  expect(letter).toMatchObject({ status: 'sent', tries: 1, problem: null });
  expect(letter && (await one.context.platform.store.outbox.find(letter.id))?.facts).toBeNull();
});

test('a letter that the server cannot take yet is tried again, later each time, and then sent once', async () => {
  let said: string | undefined = '451 4.3.0 I choked on 314159, come back';
  const box = await mailbox({ refuse: (step) => (step === 'DATA' ? said : undefined) });
  const one = await server(smtp(box));
  await add(one, 'ada@example.com');

  await deliver(one);
  expect((await letters(one))[0]).toMatchObject({
    status: 'waiting',
    tries: 1,
    problem: '451 4.3.0 I choked on …, come back',
    nextTryAt: new Date('2026-11-20T12:01:00Z'),
  });

  one.advance(59);
  await deliver(one);
  expect((await letters(one))[0]).toMatchObject({ tries: 1 });
  one.advance(1);
  await deliver(one);
  expect((await letters(one))[0]).toMatchObject({ tries: 2, nextTryAt: new Date('2026-11-20T12:03:00Z') });

  said = undefined;
  one.advance(120);
  await deliver(one);
  expect((await letters(one))[0]).toMatchObject({ status: 'sent', tries: 3, problem: null });
  expect(box.letters).toHaveLength(1);
});

test('a letter that the server refuses for good fails at once, and does not keep the others', async () => {
  const refuse = (step: string, what: string) =>
    step === 'RCPT' && what.startsWith('gone') ? '550 5.1.1 No such user' : undefined;
  const box = await mailbox({ refuse });
  const one = await server(smtp(box));
  for (const to of ['gone1@example.com', 'gone2@example.com', 'gone3@example.com', 'ada@example.com'])
    await add(one, to);

  await deliver(one);

  expect(box.letters.map(({ to }) => to)).toEqual([['ada@example.com']]);
  const failed = (await letters(one)).filter(({ status }) => status === 'failed');
  expect(failed.map(({ problem, nextTryAt }) => [problem, nextTryAt])).toEqual(
    failed.map(() => ['550 5.1.1 No such user', null]),
  );
  expect(failed).toHaveLength(3);
});

test('a mail server that is away is not asked again for every letter that waits', async () => {
  const asked: string[] = [];
  let answer: string | undefined = '553 5.7.1 Sender not allowed';
  const refuse = (step: string) => {
    if (step !== 'MAIL') return undefined;
    asked.push(step);
    return answer;
  };
  const box = await mailbox({ refuse });
  const one = await server(smtp(box));
  for (let n = 0; n < 10; n += 1) await add(one, `${n}@example.com`);

  await deliver(one);
  expect(asked).toHaveLength(3);

  answer = undefined;
  one.advance(60);
  await deliver(one);
  expect(box.letters).toHaveLength(10);
});

test('without a mail server letters wait, and expire with what they tell', async () => {
  const one = await server();
  const { outbox } = one.context.platform.store;
  await outbox.add(aLetter({ accountId: null }));
  await outbox.add(aNotice({ accountId: null }));

  await deliver(one);
  expect((await letters(one)).map(({ status, tries }) => [status, tries])).toEqual([
    ['waiting', 0],
    ['waiting', 0],
  ]);

  one.advance(300);
  await deliver(one);
  expect(await outbox.countByStatus()).toMatchObject({ waiting: 1, expired: 1 });
  one.advance(86_400);
  await deliver(one);
  expect(await outbox.countByStatus()).toMatchObject({ waiting: 0, expired: 2 });
});

describe('a letter is on its way as soon as it is decided', () => {
  test('without waiting for the next round', async () => {
    const box = await mailbox();
    const one = await server(smtp(box));
    const { platform, onLetter } = one.context;
    const stop = startDelivering(platform, onLetter, pino({ level: 'silent' }));
    onTestFinished(stop);

    const arrived = box.arrival();
    await platform.store.transaction(({ outbox }) => outbox.add(aLetter({ accountId: null, to: 'first@example.com' })));
    expect((await arrived).to).toEqual(['first@example.com']);

    const next = box.arrival();
    await platform.store.outbox.add(aLetter({ accountId: null, to: 'second@example.com' }));
    expect((await next).to).toEqual(['second@example.com']);
  });

  test('but not when its change is rolled back', async () => {
    const one = await server();
    let noticed = 0;
    one.context.onLetter(() => {
      noticed += 1;
    });
    const { store } = one.context.platform;
    const undone = store.transaction(async ({ outbox }) => {
      await outbox.add(aLetter({ accountId: null }));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(noticed).toBe(0);

    await store.transaction(async ({ outbox }) => {
      await outbox.add(aLetter({ accountId: null }));
      await outbox.add(aLetter({ accountId: null }));
      expect(noticed).toBe(0);
    });
    expect(noticed).toBe(1);
  });

  test('and when it has begun, the server does not stop before its end', async () => {
    const begun = Promise.withResolvers<void>();
    const box = await mailbox({ refuse: (step) => void (step === 'RCPT' && begun.resolve()) });
    const one = await server(smtp(box));
    const { platform, onLetter } = one.context;
    const stop = startDelivering(platform, onLetter, pino({ level: 'silent' }));
    await add(one, 'ada@example.com');
    await begun.promise;

    await stop();

    expect(await letters(one)).toMatchObject([{ status: 'sent' }]);
    expect(box.letters).toHaveLength(1);
  });
});
