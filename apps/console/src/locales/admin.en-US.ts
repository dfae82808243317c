import { apps } from './admin/en-US/apps.ts';
import { attempts } from './admin/en-US/attempts.ts';
import { audit } from './admin/en-US/audit.ts';
import { frame } from './admin/en-US/frame.ts';
import { mail } from './admin/en-US/mail.ts';
import { people } from './admin/en-US/people.ts';
import { places } from './admin/en-US/places.ts';
import { policy } from './admin/en-US/policy.ts';
import { sso } from './admin/en-US/sso.ts';
import { ssoRefusals } from './admin/en-US/sso-refusals.ts';
import type { Words } from './words.ts';

/** The words of the administration. */
export const enUSAdmin = {
  admin: { ...frame, ...people, ...places, ...apps, ...policy, ...sso, ...ssoRefusals, ...mail, ...attempts, ...audit },
};

export type AdminWords = Words<typeof enUSAdmin>;
