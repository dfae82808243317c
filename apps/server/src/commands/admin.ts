import { normalizeEmail } from '@latchkey/contract/vocabulary';
import {
  createAdministrator,
  cutAdministratorLink,
  DomainError,
  liftLock,
  type Platform,
  type Switches,
  setSwitches,
} from '@latchkey/core';
import type { Settings } from '../settings/settings.ts';
import { wire } from '../wiring.ts';

const ADMIN_USAGE = `Usage: latchkey admin create EMAIL [NAME]   make somebody a system administrator, and cut a link
       latchkey admin link EMAIL            cut a link that signs an administrator in: once, within ten minutes
       latchkey admin lift-lock EMAIL       forget the wrong passwords and codes of an address
       latchkey admin switch-on WHAT        password, email-code, sso, registration or personal-spaces
       latchkey admin switch-off WHAT       the same, and sso-enforcement

With the same settings as the server. It may run meanwhile. Everything is written into the audit log.`;

const SWITCHES: Readonly<Record<string, keyof Switches>> = {
  password: 'password',
  'email-code': 'emailCode',
  sso: 'sso',
  'sso-enforcement': 'ssoEnforced',
  registration: 'registration',
  'personal-spaces': 'personalSpaces',
};

type Deed = (platform: Platform) => Promise<string>;

/** What an operator does at the server's shell; returns the exit code: 0 done, 1 refused, 2 misused. */
export async function administer(args: readonly string[], settings: Settings): Promise<number> {
  const deed = readDeed(args);
  if (deed === undefined) {
    console.error(ADMIN_USAGE);
    return 2;
  }
  const { platform } = await wire(settings, () => new Date());
  try {
    console.log(await deed(platform));
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(`latchkey: ${error.message}`);
    return 1;
  } finally {
    await platform.store.close();
  }
}

function readDeed([command, subject = '', name]: readonly string[]): Deed | undefined {
  if (command === 'switch-on' || command === 'switch-off') return switching(subject, command === 'switch-on');
  const email = normalizeEmail(subject);
  if (email === undefined) return undefined;
  switch (command) {
    case 'create':
      return async (platform) => linkText(await createAdministrator(platform, { email, name }));
    case 'link':
      return async (platform) => linkText(await cutAdministratorLink(platform, email));
    case 'lift-lock':
      return async (platform) => {
        await liftLock(platform, email);
        return `Lifted the locks of ${email}.`;
      };
    default:
      return undefined;
  }
}

function switching(what: string, isOn: boolean): Deed | undefined {
  const name = SWITCHES[what];
  if (name === undefined) return undefined;
  return async (platform) => {
    await setSwitches(platform, { [name]: isOn });
    return `Switched ${what} ${isOn ? 'on' : 'off'}.`;
  };
}

function linkText(link: string): string {
  return `${link}\n(signs in to the administration once, within ten minutes)`;
}
