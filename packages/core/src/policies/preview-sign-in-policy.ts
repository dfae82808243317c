import type { WaysIn } from '../accounts/account-store.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Switches } from './change-sign-in-policy.ts';
import { currentPolicy } from './current-policy.ts';
import { allowsMethod, type SignInPolicy } from './sign-in-policy.ts';

interface People {
  readonly count: number;
  readonly first: readonly { readonly name: string; readonly email: string }[];
}

type PolicyWarning = 'no_method' | 'no_mail_server' | 'no_sso_connection';

export interface PolicyPreview {
  readonly loses: People;
  readonly gains: People;
  readonly warnings: readonly PolicyWarning[];
}

/** How many people are named. */
const FIRST = 10;

/** Who would gain and who would lose their way in, if these switches were saved; counts active accounts. */
export async function previewSignInPolicy(
  { store, clock }: Pick<Platform, 'store' | 'clock'>,
  switches: Switches,
  hasMailServer: boolean,
): Promise<PolicyPreview> {
  const before = await currentPolicy(store, clock);
  const after = { ...before, ...switches };
  const groups = await store.accounts.countWaysIn(FIRST);
  const among = (test: (ways: WaysIn) => boolean): People => {
    const concerned = groups.filter(({ ways }) => test(ways));
    return {
      count: concerned.reduce((sum, { count }) => sum + count, 0),
      first: concerned.flatMap(({ first }) => first).slice(0, FIRST),
    };
  };
  return {
    loses: among((ways) => hasWay(before, ways) && !hasWay(after, ways)),
    gains: among((ways) => !hasWay(before, ways) && hasWay(after, ways)),
    warnings: warningsOf(after, hasMailServer),
  };
}

/** Whether an account with these ways gets in under a policy; everybody has an address that can get a code. */
function hasWay(policy: SignInPolicy, ways: WaysIn): boolean {
  return (
    allowsMethod(policy, 'email_code') ||
    (ways.password && allowsMethod(policy, 'password')) ||
    (ways.identity && allowsMethod(policy, 'sso'))
  );
}

function warningsOf(policy: SignInPolicy, hasMailServer: boolean): PolicyWarning[] {
  const isOn = (['password', 'email_code', 'sso'] as const).some((method) => allowsMethod(policy, method));
  return [
    ...(isOn ? [] : ['no_method' as const]),
    ...(allowsMethod(policy, 'email_code') && !hasMailServer ? ['no_mail_server' as const] : []),
    ...(policy.sso && policy.ssoProtocol === null ? ['no_sso_connection' as const] : []),
  ];
}
