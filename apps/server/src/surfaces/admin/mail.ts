import { adminApi } from '@latchkey/contract';
import { type LetterId, MAIL_PROBLEMS } from '@latchkey/contract/vocabulary';
import {
  changeMailSettings,
  deleteLetter,
  type LetterRecord,
  type MailSettings,
  mailSettingsOf,
  readLetter,
  retryLetter,
  sendTestLetter,
  statusAt,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { pageAnswer, pageFrom } from './page-answer.ts';

const SUCCESS = { result: 'success' } as const;

/** The mail server and the outbox. */
export function adminMailRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  const mail = async () => {
    const { source, settings } = await mailSettingsOf(platform);
    const counts = await store.outbox.countByStatus();
    return { source, settings: settings === undefined ? null : wireSettings(settings), counts };
  };

  implement(adminApi.getMail)(mail);

  implement(adminApi.setMail)(async ({ actor, origin, body }) => {
    const { ehlo_name: ehloName, from_name: fromName, from_address: fromAddress, password, ...rest } = body;
    await changeMailSettings(platform, origin, actor, { ...rest, fromName, fromAddress, ehloName, password });
    return mail();
  });

  implement(adminApi.deleteMail)(async ({ actor, origin }) => {
    await changeMailSettings(platform, origin, actor, undefined);
    return mail();
  });

  implement(adminApi.testMail)(async ({ actor, origin, body }) => {
    const delivery = await sendTestLetter(platform, origin, actor, body.to);
    const problem =
      delivery.kind === 'accepted' ? null : { code: delivery.problem, hint: MAIL_PROBLEMS[delivery.problem] };
    return { delivered: problem === null, response: delivery.response, problem };
  });

  implement(adminApi.listLetters)(async ({ query }) => {
    const { q, status, kind } = query;
    const { letters, total } = await store.outbox.list({ recipient: q, status, kind }, pageFrom(query));
    const now = clock();
    return pageAnswer(
      query,
      total,
      letters.map((letter) => wireLetter(letter, now)),
    );
  });

  implement(adminApi.getLetter)(async ({ actor, origin, params }) => {
    const { letter, content } = await readLetter(platform, origin, actor, letterId(params));
    return { ...wireLetter(letter, clock()), content };
  });

  implement(adminApi.retryLetter)(async ({ actor, origin, params }) => {
    await retryLetter(platform, origin, actor, letterId(params));
    return SUCCESS;
  });

  implement(adminApi.deleteLetter)(async ({ actor, origin, params }) => {
    await deleteLetter(platform, origin, actor, letterId(params));
    return SUCCESS;
  });
}

/** A boundary: a UUID from outside becomes an id. */
function letterId({ letter_id }: { readonly letter_id: string }): LetterId {
  return letter_id as LetterId;
}

function wireSettings({ host, port, encryption, user, password, fromName, fromAddress, ehloName }: MailSettings) {
  return {
    host,
    port,
    encryption,
    user,
    has_password: password !== null,
    from_name: fromName,
    from_address: fromAddress,
    ehlo_name: ehloName,
  };
}

function wireLetter(letter: LetterRecord, now: Date) {
  const status = statusAt(letter, now);
  return {
    id: letter.id,
    kind: letter.kind,
    to: letter.to,
    account_id: letter.accountId,
    language: letter.language,
    status,
    created_at: letter.createdAt.toISOString(),
    expires_at: letter.expiresAt?.toISOString() ?? null,
    sent_at: letter.sentAt?.toISOString() ?? null,
    tries: letter.tries,
    next_try_at: status === 'waiting' ? (letter.nextTryAt?.toISOString() ?? null) : null,
    problem: letter.problem,
  };
}
