import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { MailProblem } from '@latchkey/contract/vocabulary';
import type { Delivery, MailSettings } from '@latchkey/core';
import { type Mailbox, openMailbox } from '@latchkey/tools/real/mailbox';
import fc from 'fast-check';
import { generate } from 'selfsigned';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSender } from './create-sender.ts';

const ID = '0199a000-0000-7000-8000-000000000001' as Parameters<ReturnType<typeof createSender>['send']>[0];
const LETTER = { subject: 'Your code', text: 'The code is 314159.', html: '<p>The code is <b>314159</b>.</p>' };
const TO = 'ada@example.com';

const localhost = { name: 'subjectAltName' as const, altNames: [{ type: 2 as const, value: 'localhost' }] };
const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
  extensions: [localhost],
});
const TRUSTED = { key, cert };
setDefaultCACertificates([...getCACertificates('default'), cert]);
const stranger = await generate([{ name: 'commonName', value: 'localhost' }], { extensions: [localhost] });
const UNKNOWN = { key: stranger.private, cert: stranger.cert };

async function mailbox(options?: Parameters<typeof openMailbox>[0]): Promise<Mailbox> {
  const opened = await openMailbox(options);
  onTestFinished(() => opened.close());
  return opened;
}

function settings(port: number, differences: Partial<MailSettings> = {}): MailSettings {
  return {
    host: 'localhost',
    port,
    encryption: 'none',
    user: null,
    password: null,
    fromName: 'Example',
    fromAddress: 'noreply@example.com',
    ehloName: null,
    ...differences,
  };
}

const send = (options: MailSettings, to = TO): Promise<Delivery> => createSender(options, 1000).send(ID, to, LETTER);

async function problemOf(delivery: Promise<Delivery>): Promise<{ problem: MailProblem; response: string }> {
  const { kind, ...rest } = await delivery;
  if (kind !== 'refused' || !('problem' in rest)) throw new Error('The letter was taken.');
  return rest;
}

describe('a letter', () => {
  test('arrives with both its texts, from and to whom it says, and asks for no automatic answer', async () => {
    const box = await mailbox();

    const delivery = await send(settings(box.port, { fromName: '株式会社 “Büro”, <Ltd>' }));

    expect(delivery).toEqual({ kind: 'accepted', response: expect.stringMatching(/^250 /) });
    const [letter] = box.letters;
    expect(letter).toMatchObject({ from: 'noreply@example.com', to: [TO], user: undefined });
    expect(letter?.parsed).toMatchObject({
      subject: 'Your code',
      from: { name: '株式会社 “Büro”, <Ltd>', address: 'noreply@example.com' },
      to: [{ address: TO }],
      messageId: `<${ID}@example.com>`,
      text: expect.stringContaining('The code is 314159.'),
      html: expect.stringContaining('<b>314159</b>'),
    });
    expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  test('that is sent again bears the same Message-ID', async () => {
    const box = await mailbox();
    const sender = createSender(settings(box.port));
    await sender.send(ID, TO, LETTER);
    await sender.send(ID, TO, LETTER);

    const [first, second] = box.letters.map(({ parsed }) => parsed.messageId);
    expect(first).toBe(second);
  });

  test('names this server as it was told to', async () => {
    const box = await mailbox();
    await send(settings(box.port, { ehloName: 'id.example.com' }));
    expect(box.letters[0]?.ehlo).toBe('id.example.com');
  });
});

describe('the way to the mail server', () => {
  test.each([
    ['tls', 'tls', true],
    ['starttls', 'starttls', true],
    ['starttls', 'opportunistic', true],
    ['none', 'opportunistic', false],
    ['none', 'none', false],
    ['starttls', 'none', false],
  ] as const)(
    'of a server with %s is, with the setting %s, encrypted: %s',
    async (offered, encryption, isEncrypted) => {
      const box = await mailbox({ encryption: offered, certificate: TRUSTED });

      expect(await send(settings(box.port, { encryption }))).toMatchObject({ kind: 'accepted' });
      expect(box.letters[0]?.isEncrypted).toBe(isEncrypted);
    },
  );

  test('goes on without trust in the certificate only where encryption is not required', async () => {
    const box = await mailbox({ encryption: 'starttls', certificate: UNKNOWN });

    expect(await problemOf(send(settings(box.port, { encryption: 'starttls' })))).toMatchObject({
      problem: 'certificate_refused',
    });
    expect(await send(settings(box.port, { encryption: 'opportunistic' }))).toMatchObject({ kind: 'accepted' });
  });

  test('is not taken to a server whose certificate is for another name', async () => {
    const box = await mailbox({ encryption: 'tls', certificate: TRUSTED });
    const delivery = send(settings(box.port, { encryption: 'tls', host: '127.0.0.1' }));
    expect((await problemOf(delivery)).problem).toBe('certificate_refused');
  });

  test('ends before the letter when STARTTLS is required and not offered', async () => {
    const box = await mailbox();
    expect((await problemOf(send(settings(box.port, { encryption: 'starttls' })))).problem).toBe('starttls_missing');
    expect(box.letters).toEqual([]);
  });

  test('says that the port does not speak TLS', async () => {
    const box = await mailbox();
    expect((await problemOf(send(settings(box.port, { encryption: 'tls' })))).problem).toBe('tls_failed');
  });
});

describe('signing in to the mail server', () => {
  const user = { name: 'latchkey', password: 'paß “word”' };
  const signIn = { user: user.name, password: user.password };

  test('hands letters over as that user', async () => {
    const box = await mailbox({ user, encryption: 'starttls', certificate: TRUSTED });
    await send(settings(box.port, { ...signIn, encryption: 'starttls' }));
    expect(box.letters[0]).toMatchObject({ user: 'latchkey', isEncrypted: true });
  });

  test('with a wrong password is refused, and the password is not repeated', async () => {
    const box = await mailbox({ user });
    const refused = await problemOf(send(settings(box.port, { ...signIn, password: 'hunter2' })));
    expect(refused.problem).toBe('sign_in_refused');
    expect(refused.response).toMatch(/^535 /);
    expect(refused.response).not.toContain('hunter2');
  });

  test('is asked for by a server that wants it', async () => {
    const box = await mailbox({ user });
    expect((await problemOf(send(settings(box.port)))).problem).toBe('sign_in_needed');
  });

  test('does not silently become sending without it when the server offers no sign-in', async () => {
    const box = await mailbox();
    expect((await problemOf(send(settings(box.port, signIn)))).problem).toBe('sign_in_refused');
    expect(box.letters).toEqual([]);
  });
});

describe('a refusal tells what the server said and whose fault it is', () => {
  test.each([
    ['MAIL', '553 5.7.1 Not your address', 'sender_refused'],
    ['RCPT', '550 5.1.1 No such user', 'recipient_refused'],
    ['RCPT', '451 4.7.1 Greylisted, come back', 'try_later'],
    ['DATA', '554 5.7.1 Looks like spam', 'letter_refused'],
    ['DATA', '452 4.2.2 Mailbox full', 'try_later'],
  ] as const)('%s: %s is %s', async (at, said, problem) => {
    const box = await mailbox({ refuse: (step) => (step === at ? said : undefined) });
    expect(await problemOf(send(settings(box.port)))).toEqual({ problem, response: said });
  });

  test('nobody listens there', async () => {
    const box = await openMailbox();
    await box.close();
    expect((await problemOf(send(settings(box.port)))).problem).toBe('unreachable');
  });

  test('the name does not exist', async () => {
    expect((await problemOf(send(settings(25, { host: 'mail.invalid' })))).problem).toBe('host_not_found');
  });

  test.each(['AUTH', 'MAIL', 'RCPT', 'DATA'] as const)('a server that falls silent at %s is given up', async (at) => {
    const user = { name: 'latchkey', password: 'secret' };
    const box = await mailbox({ user, refuse: (step) => (step === at ? 'silence' : undefined) });
    const delivery = send(settings(box.port, { user: user.name, password: user.password }));
    expect((await problemOf(delivery)).problem).toBe('timeout');
  });

  test('a server that accepts connections and says nothing is given up', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void silent.close());
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    expect((await problemOf(send(settings(port)))).problem).toBe('timeout');
  });
});

describe('nobody else is written to', () => {
  test.each([
    'a@b.co\r\nRCPT TO:<evil@x.co>',
    'a@b.co, evil@x.co',
    'evil@x.co <a@b.co>',
    '<evil@x.co> a@b.co',
    'a@b.co;evil@x.co',
    'group:evil@x.co;',
    '"a@b.co" evil@x.co',
    'a@b.co(comment)',
    'a@b@c.co',
    'no address',
    '',
  ])('through the address %j', async (to) => {
    const box = await mailbox();
    expect((await problemOf(send(settings(box.port), to))).problem).toBe('recipient_refused');
    expect((await problemOf(send(settings(box.port, { fromAddress: to })))).problem).toBe('sender_refused');
    expect(box.letters).toEqual([]);
  });

  test('and no header is added, whatever a name or a subject says', async () => {
    const box = await mailbox();
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const hostile = fc.oneof(
      text,
      fc.constantFrom('x\r\nBcc: evil@x.co', 'x\nBcc: evil@x.co\n\nbody', 'a\u2028Bcc: b'),
    );
    const letters = fc.array(fc.record({ fromName: hostile, subject: hostile }), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(letters, async (written) => {
        const before = box.letters.length;
        const deliveries = await Promise.all(
          written.map(({ fromName, subject }) =>
            createSender(settings(box.port, { fromName })).send(ID, TO, { ...LETTER, subject }),
          ),
        );
        expect(deliveries.map(({ kind }) => kind)).toEqual(written.map(() => 'accepted'));
        for (const { from, to, parsed } of box.letters.slice(before)) {
          expect([from, ...to]).toEqual(['noreply@example.com', TO]);
          expect(parsed.from?.address).toBe('noreply@example.com');
          expect(parsed.headers.map(({ key }) => key).filter((key) => !HEADERS.includes(key))).toEqual([]);
          expect(parsed.text).toContain('314159');
        }
      }),
      { numRuns: 5 },
    );
  });
});

const HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
];
