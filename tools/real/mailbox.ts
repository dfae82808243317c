import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A step of handing a letter over. */
type Step = 'AUTH' | 'MAIL' | 'RCPT' | 'DATA';

interface Options {
  /** Encrypted by STARTTLS when it is offered, or from the first byte. */
  readonly encryption?: 'none' | 'starttls' | 'tls';
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** Who may hand letters over; anybody when left out. */
  readonly user?: { readonly name: string; readonly password: string };
  /** What the server says instead of taking a step, such as `550 No such user`; `silence` for nothing at all. */
  readonly refuse?: (step: Step, what: string) => string | undefined;
}

/** A letter as it came over the wire. */
export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | undefined;
  readonly isEncrypted: boolean;
  /** How the sender named itself. */
  readonly ehlo: string;
  readonly raw: string;
  readonly parsed: Email;
}

export interface Mailbox {
  readonly port: number;
  /** What arrived, oldest first. */
  readonly letters: readonly ReceivedLetter[];
  /** The next letter that arrives. */
  arrival(): Promise<ReceivedLetter>;
  close(): Promise<void>;
}

/** A real SMTP server on a free port of this machine that keeps what it is handed. */
export async function openMailbox(options: Options = {}): Promise<Mailbox> {
  const { encryption = 'none', user, refuse = () => undefined } = options;
  const letters: ReceivedLetter[] = [];
  const awaited: ((letter: ReceivedLetter) => void)[] = [];
  const take = (step: Step, what: string, done: (error?: Error | null) => void): void => {
    const said = refuse(step, what);
    if (said === 'silence') return;
    done(said === undefined ? null : refusal(said));
  };
  const server = new SMTPServer({
    ...options.certificate,
    secure: encryption === 'tls',
    authOptional: user === undefined,
    allowInsecureAuth: true,
    disabledCommands: [...(user === undefined ? ['AUTH'] : []), ...(encryption === 'starttls' ? [] : ['STARTTLS'])],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onAuth(auth, _session, done) {
      take('AUTH', auth.username ?? '', (error) => {
        const isKnown = auth.username === user?.name && auth.password === user?.password;
        if (error !== null && error !== undefined) done(error);
        else if (isKnown) done(null, { user: auth.username });
        else done(refusal('535 5.7.8 Authentication failed'));
      });
    },
    onMailFrom: ({ address }, _session, done) => take('MAIL', address, done),
    onRcptTo: ({ address }, _session, done) => take('RCPT', address, done),
    onData(stream, session, done) {
      text(stream).then(async (raw) => {
        const { mailFrom, rcptTo } = session.envelope;
        const letter: ReceivedLetter = {
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          user: session.user,
          isEncrypted: session.secure,
          ehlo: session.hostNameAppearsAs,
          raw,
          parsed: await PostalMime.parse(raw),
        };
        take('DATA', raw, (error) => {
          done(error);
          if (error !== null && error !== undefined) return;
          letters.push(letter);
          for (const arrived of awaited.splice(0)) arrived(letter);
        });
      }, done);
    },
  });
  // A client that goes away in the middle is no fault of the server.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const arrival = (): Promise<ReceivedLetter> => new Promise((resolve) => awaited.push(resolve));
  return { port, letters, arrival, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function refusal(said: string): Error {
  const [, code, message] = /^(\d{3}) (.*)$/s.exec(said) ?? [];
  return Object.assign(new Error(message), { responseCode: Number(code) });
}
