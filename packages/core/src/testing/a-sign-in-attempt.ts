import type { SignInAttempt } from '../sign-in-attempts/sign-in-attempt.ts';
import { anId } from './an-id.ts';
import { anOrigin } from './an-origin.ts';
import { NOON } from './instant.ts';

/** Ada's, with her password, refused. */
export function aSignInAttempt(differences: Partial<SignInAttempt> = {}): SignInAttempt {
  return {
    origin: anOrigin(),
    at: NOON,
    method: 'password',
    email: 'ada@example.com',
    accountId: anId(1),
    refusal: 'authentication_failed',
    rule: 'wrong_password',
    details: {},
    ...differences,
  };
}
