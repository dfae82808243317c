import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes every letter, and hands each out once to whoever waits for it. */
export class Mailbox implements AsyncDisposable {
  readonly #server: SMTPServer;
  readonly #unread: ReceivedLetter[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        buffer(stream)
          .then((raw) => PostalMime.parse(raw))
          .then((letter) => this.#receive(new ReceivedLetter(to, letter)))
          .then(() => done(), done);
      },
    });
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    mailbox.#server.listen(0, '127.0.0.1');
    await once(mailbox.#server.server, 'listening');
    return mailbox;
  }

  /** Points a server here. */
  get env(): Record<string, string> {
    const address = this.#server.server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return {
      LATCHKEY_SMTP_URL: `smtp://127.0.0.1:${port}?tls=none`,
      LATCHKEY_MAIL_FROM: 'Latchkey <latchkey@example.com>',
    };
  }

  /** The oldest unread letter to an address, with these words in its subject; waits until there is one. */
  letterTo(address: string, about = ''): Promise<ReceivedLetter> {
    return new Promise((resolve) => {
      const look = (): void => {
        const index = this.#unread.findIndex(({ to, subject }) => to.includes(address) && subject.includes(about));
        const [letter] = index < 0 ? [] : this.#unread.splice(index, 1);
        if (letter === undefined) return;
        this.#waiting.delete(look);
        resolve(letter);
      };
      this.#waiting.add(look);
      look();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #receive(letter: ReceivedLetter): void {
    this.#unread.push(letter);
    for (const look of [...this.#waiting]) look();
  }
}

export class ReceivedLetter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;

  constructor(to: readonly string[], { subject = '', text = '', html = '' }: Email) {
    this.to = to;
    this.subject = subject;
    this.text = text;
    this.html = html;
  }

  /** The six digits in it. */
  get code(): string {
    return this.#found(/\b(\d{6})\b/);
  }

  /** The first address in it with this path. */
  link(path: string): string {
    return this.#found(new RegExp(`(https?://[^\\s/]+${path}[^\\s>)]*)`));
  }

  #found(pattern: RegExp): string {
    const [, found] = pattern.exec(this.text) ?? [];
    if (found === undefined) throw new Error(`the letter “${this.subject}” has no ${pattern}:\n${this.text}`);
    return found;
  }
}
