import type { AccountId, ConsoleSessionId } from '@latchkey/contract/vocabulary';
import type { InstanceKey } from '../adapters/instance-key.ts';
import { type SignedTokens, signedTokens } from './signed-token.ts';

/** Dify's claims, and the session the token belongs to. `exp` in seconds since 1970. */
interface AccessClaims {
  readonly user_id: AccountId;
  readonly exp: number;
  readonly iss: 'SELF_HOSTED';
  readonly sub: 'Console API Passport';
  readonly sid: ConsoleSessionId;
}

interface CsrfClaims {
  readonly exp: number;
  readonly sub: AccountId;
  readonly sid: ConsoleSessionId;
}

interface InitClaims {
  readonly exp: number;
}

/** The signed tokens of the console's cookies, each kind under its own key. */
export interface SessionTokens {
  readonly access: SignedTokens<AccessClaims>;
  readonly csrf: SignedTokens<CsrfClaims>;
  readonly init: SignedTokens<InitClaims>;
}

export function sessionTokens(key: InstanceKey): SessionTokens {
  return {
    access: signedTokens(key.derive('access-token')),
    csrf: signedTokens(key.derive('csrf-token')),
    init: signedTokens(key.derive('init-token')),
  };
}
