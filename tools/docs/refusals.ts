import type { Endpoint, Envelope } from '@latchkey/contract';
import { ERRORS, type ErrorCode } from '@latchkey/contract/vocabulary';
import { ZodError, z } from 'zod';
import { malformed, refusal } from './from-apps.ts';

/** A refusal as the server sends it. */
export interface WireRefusal {
  readonly code: ErrorCode;
  readonly status: number;
  readonly message: string;
  readonly body: object;
}

/** The refusals that an endpoint announces, by status. */
export function refusalsOf({ envelope, errors }: Endpoint): WireRefusal[] {
  return errors.map((code) => wireRefusal(envelope, code)).sort((one, other) => one.status - other.status);
}

export function wireRefusal(envelope: Envelope, code: ErrorCode): WireRefusal {
  const { message } = ERRORS[code];
  const ofInput = malformed(envelope, EXAMPLE);
  const isOfInput = 'code' in ofInput.body && ofInput.body.code === code;
  return { code, message, ...(isOfInput ? ofInput : refusal(envelope, { code, message })) };
}

const EXAMPLE = new ZodError([{ code: 'custom', path: ['field'], message: 'what is wrong with it', input: undefined }]);

const refused = z.object({ code: z.string(), message: z.string(), status: z.int() });

/** The form of a refusal in each envelope, with its name in the reference. */
export const ENVELOPES: Readonly<Record<Envelope, { name: string; about: string; schema: z.ZodType }>> = {
  console: { name: 'ConsoleRefusal', about: 'The console’s own form.', schema: refused },
  bootstrap: {
    name: 'BootstrapRefusal',
    about: 'Set-up and what a client asks before it: Dify’s form of these routes, and the console’s beside it.',
    schema: refused.extend({
      error: z.object({ type: z.string(), message: z.string(), status: z.int() }),
      details: z.string().optional(),
    }),
  },
  refresh: {
    name: 'RefreshRefusal',
    about: 'Renewing a session.',
    schema: z.object({ result: z.literal('fail'), message: z.string() }),
  },
  device: {
    name: 'DeviceRefusal',
    about: 'Device grants: OAuth’s form for what OAuth names, else the terminals’ form.',
    schema: z.union([z.object({ error: z.string() }), refused]),
  },
  token: {
    name: 'TokenRefusal',
    about:
      'Collecting a token: OAuth’s `error` in every refusal, and the terminals’ form beside it where OAuth has no word.',
    schema: z.object({ error: z.string(), ...refused.partial().shape }),
  },
  openapi: {
    name: 'TerminalRefusal',
    about: 'Terminals. `details` lists what is wrong with the input, never the input itself.',
    schema: refused.extend({
      details: z.array(z.object({ type: z.string(), loc: z.array(z.string()), msg: z.string() })).optional(),
    }),
  },
  problem: {
    name: 'Problem',
    about: 'The administration: RFC 9457. `reference` names the request among the logs and sign-in attempts.',
    schema: z.object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      detail: z.string(),
      code: z.string(),
      reference: z.string().optional(),
      errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    }),
  },
};
