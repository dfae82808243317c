import type { LetterId, MailProblem } from '@latchkey/contract/vocabulary';
import type { PlatformRules } from '../kernel/platform.ts';
import type { Letter } from './letter.ts';
import type { MailSettings } from './mail-settings.ts';

/** Writes letters and hands them to mail servers. */
export interface Mail {
  /** In the letter's language. */
  write(letter: Letter, head: Letterhead): WrittenLetter;
  /** A sender to the mail server that the settings name. */
  sender(settings: MailSettings): MailSender;
}

/** In whose name letters are written. */
export type Letterhead = Pick<PlatformRules, 'organisation' | 'publicUrl'>;

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailSender {
  /**
   * Hands a letter to the mail server, and returns within a minute what that said; never rejects for what happens on the
   * way there. A letter that is sent again has the same Message-ID.
   */
  send(id: LetterId, to: string, letter: WrittenLetter): Promise<Delivery>;
}

/** `response` is what the mail server said, or what kept us from hearing it. */
export type Delivery =
  | { readonly kind: 'accepted'; readonly response: string }
  | { readonly kind: 'refused'; readonly problem: MailProblem; readonly response: string };
