import { apps } from './admin/zh-Hans/apps.ts';
import { attempts } from './admin/zh-Hans/attempts.ts';
import { audit } from './admin/zh-Hans/audit.ts';
import { frame } from './admin/zh-Hans/frame.ts';
import { mail } from './admin/zh-Hans/mail.ts';
import { people } from './admin/zh-Hans/people.ts';
import { places } from './admin/zh-Hans/places.ts';
import { policy } from './admin/zh-Hans/policy.ts';
import { sso } from './admin/zh-Hans/sso.ts';
import { ssoRefusals } from './admin/zh-Hans/sso-refusals.ts';
import type { AdminWords } from './admin.en-US.ts';

export const zhHansAdmin: AdminWords = {
  admin: { ...frame, ...people, ...places, ...apps, ...policy, ...sso, ...ssoRefusals, ...mail, ...attempts, ...audit },
};
