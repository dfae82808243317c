import type { PageLanguage, Theme } from '@latchkey/contract/vocabulary';
import { WireError } from '@latchkey/sdk';
import { client } from '../../session/client.ts';
import { type SignInResult, signIn } from '../../session/sign-in.ts';

interface FirstAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: PageLanguage;
  readonly theme: Theme;
}

export type FirstAccountResult = SignInResult | { readonly kind: 'secret_needed' } | { readonly kind: 'finished' };

/** Creates the first account and signs it in, in the theme in which it was created. */
export async function createFirstAccount({ theme, ...body }: FirstAccount): Promise<FirstAccountResult> {
  try {
    await client.call('POST /console/api/setup', { body });
  } catch (error) {
    if (error instanceof WireError && error.code === 'not_init_validated') return { kind: 'secret_needed' };
    if (error instanceof WireError && error.code === 'already_setup') return { kind: 'finished' };
    throw error;
  }
  const result = await signIn(body.email, body.password);
  if (result.kind !== 'signed_in') return result;
  const account = await client.call('POST /console/api/account/interface-theme', { body: { interface_theme: theme } });
  return { kind: 'signed_in', account };
}
