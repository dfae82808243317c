import { z } from 'zod';
import { LETTER_KINDS, LETTER_STATUSES, MAIL_ENCRYPTIONS, MAIL_PROBLEMS } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { email, instant, oneLine, success, uuid } from '../fields.ts';
import { pageOf, pageQuery } from '../page-of.ts';
import { administration, adminRefusals } from './administrator.ts';

const read = { ...administration, scope: 'mail:read' } as const;
const write = { ...administration, scope: 'mail:write' } as const;

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\p{L}\p{N}._:-]+$/u, 'is not the name or address of a server.');

const server = z.object({
  host,
  port: z.int().min(1).max(65_535),
  encryption: z.enum(MAIL_ENCRYPTIONS),
  /** `null` for a server that takes letters without signing in. */
  user: z.string().min(1).max(320).nullable(),
  from_name: oneLine(80),
  from_address: email,
  /** How this server names itself to the mail server; `null` for the machine's name. */
  ehlo_name: host.nullable(),
});

const settings = z.object({
  /** Who has set the mail server: an administrator on the page, the operator at the server, or nobody. */
  source: z.enum(['page', 'environment', 'none']),
  settings: server.extend({ from_address: z.string(), has_password: z.boolean() }).nullable(),
  counts: z.object({ waiting: z.int(), sent: z.int(), failed: z.int(), expired: z.int() }),
});

export const getMail = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/mail',
  summary: 'The mail server, and how many letters there are',
  output: settings,
  errors: adminRefusals,
});

export const setMail = defineEndpoint({
  ...write,
  method: 'PUT',
  path: '/admin-api/v1/mail',
  summary: 'Set the mail server',
  description:
    'Holds for the next letter. Without `password` the stored one stays, as long as server and user do; no answer shows it.',
  body: server.extend({ password: z.string().min(1).max(1024).optional() }),
  output: settings,
  errors: ['fixed_by_operator', 'mail_password_needed', ...adminRefusals],
});

export const deleteMail = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/mail',
  summary: 'Do without a mail server: letters wait in the outbox',
  output: settings,
  errors: ['fixed_by_operator', ...adminRefusals],
});

const problems = Object.keys(MAIL_PROBLEMS) as [keyof typeof MAIL_PROBLEMS];

export const testMail = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/mail/test',
  summary: 'Send a test letter now, and hear what the mail server says',
  body: z.object({ to: email }),
  output: z.object({
    delivered: z.boolean(),
    /** What the server said, or what kept us from hearing it. */
    response: z.string(),
    problem: z.object({ code: z.enum(problems), hint: z.string() }).nullable(),
  }),
  errors: ['no_mail_server', ...adminRefusals],
});

const letter = z.object({
  id: uuid,
  kind: z.enum(LETTER_KINDS),
  to: z.string(),
  account_id: uuid.nullable(),
  language: z.string(),
  status: z.enum(LETTER_STATUSES),
  created_at: instant,
  /** When its code or link stops working. */
  expires_at: instant.nullable(),
  sent_at: instant.nullable(),
  tries: z.int(),
  next_try_at: instant.nullable(),
  /** What the mail server said last when it refused. */
  problem: z.string().nullable(),
});

export const listLetters = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/letters',
  summary: 'Letters of the last thirty days, newest first',
  query: z
    .object({
      /** Part of the recipient's address. */
      q: z.string().max(254).default(''),
      status: z.enum(LETTER_STATUSES).optional(),
      kind: z.enum(LETTER_KINDS).optional(),
    })
    .extend(pageQuery.shape),
  output: pageOf(letter),
  errors: adminRefusals,
});

const one = z.object({ letter_id: uuid });

export const getLetter = defineEndpoint({
  // With a code or link one acts as somebody else: more than reading.
  ...write,
  method: 'GET',
  path: '/admin-api/v1/letters/{letter_id}',
  summary: 'Read a letter that could not be sent, to hand over its code or link',
  description:
    'Noted in the audit log. Once the letter was sent or has expired, `content` is `null`. An API key needs the scope `mail:write`.',
  params: one,
  output: letter.extend({
    content: z
      .object({
        subject: z.string(),
        text: z.string(),
        html: z.string(),
        secret: z.object({ kind: z.enum(['code', 'link']), value: z.string() }).nullable(),
      })
      .nullable(),
  }),
  errors: ['letter_unknown', ...adminRefusals],
});

export const retryLetter = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/letters/{letter_id}/retry',
  summary: 'Try to send a letter now',
  params: one,
  output: success,
  errors: ['letter_unknown', 'letter_not_open', ...adminRefusals],
});

export const deleteLetter = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/letters/{letter_id}',
  summary: 'Take a letter out of the outbox; one that waits is not sent',
  params: one,
  output: success,
  errors: ['letter_unknown', ...adminRefusals],
});
