import { apps } from './admin/ja-JP/apps.ts';
import { attempts } from './admin/ja-JP/attempts.ts';
import { audit } from './admin/ja-JP/audit.ts';
import { frame } from './admin/ja-JP/frame.ts';
import { mail } from './admin/ja-JP/mail.ts';
import { people } from './admin/ja-JP/people.ts';
import { places } from './admin/ja-JP/places.ts';
import { policy } from './admin/ja-JP/policy.ts';
import { sso } from './admin/ja-JP/sso.ts';
import { ssoRefusals } from './admin/ja-JP/sso-refusals.ts';
import type { AdminWords } from './admin.en-US.ts';

export const jaJPAdmin: AdminWords = {
  admin: { ...frame, ...people, ...places, ...apps, ...policy, ...sso, ...ssoRefusals, ...mail, ...attempts, ...audit },
};
