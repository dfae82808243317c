import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { oneLine } from '../fields.ts';
import { administration, adminRefusals } from './administrator.ts';

const limit = z.object({ max: z.int().min(0).max(1_000_000_000), window_seconds: z.int().min(1).max(31_536_000) });

const settings = z.object({
  /** Shown on the sign-in pages and in letters; empty for the product’s name. */
  organisation: oneLine(50),
  /** Whom to ask, shown where somebody cannot go on by themselves: a name, an address, a room. */
  contact: oneLine(120),
  /** Where people open this server: what links are made of. */
  public_url: z.url({ protocol: /^https?$/ }).nullable(),
  session: z.object({
    /** A browser that is not used for this long is signed out. */
    idle_seconds: z.int().min(300).max(31_536_000),
    /** However much it is used. */
    absolute_seconds: z.int().min(300).max(31_536_000),
  }),
  password_min_length: z.int().min(8).max(64),
  invitation_hours: z.int().min(1).max(720),
  attempts_retention_days: z.int().min(1).max(3650),
  limits: z.record(z.string(), limit),
});

const answered = settings.extend({
  /** What the operator has set at the server, and this page cannot change. */
  fixed: z.array(z.string()),
  version: z.int(),
});

export const getSettings = defineEndpoint({
  ...administration,
  scope: 'settings:read',
  method: 'GET',
  path: '/admin-api/v1/settings',
  summary: 'Settings of the instance',
  output: answered,
  errors: adminRefusals,
});

export const setSettings = defineEndpoint({
  ...administration,
  scope: 'settings:write',
  method: 'PATCH',
  path: '/admin-api/v1/settings',
  summary: 'Change settings; what is left out stays as it is',
  body: settings.partial().extend({ version: z.int() }),
  output: answered,
  errors: ['changed_meanwhile', 'fixed_by_operator', ...adminRefusals],
});
