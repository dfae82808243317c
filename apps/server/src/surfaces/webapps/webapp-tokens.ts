import type { AccountId, ConsoleSessionId, ExternalUserId, WebAppId } from '@latchkey/contract/vocabulary';
import type { InstanceKey } from '../../adapters/instance-key.ts';
import { type SignedTokens, signedTokens } from '../../http/signed-token.ts';

interface Claims {
  readonly sub: 'Web API Passport';
  /** Seconds since 1970. */
  readonly exp: number;
}

/** Dify's claims of a sign-in to WebApps, and the session behind it; `user_id` is an external user's where it says so. */
export type LoginClaims = Claims & { readonly session_id: string; readonly token_source: 'webapp_login_token' } & (
    | { readonly auth_type: 'internal'; readonly user_id: AccountId; readonly sid: ConsoleSessionId }
    | { readonly auth_type: 'external'; readonly user_id: ExternalUserId }
  );

/** Dify's claims of a passport for one WebApp. */
export interface PassportClaims extends Claims {
  readonly iss: WebAppId;
  readonly app_id: WebAppId;
  readonly app_code: string;
  readonly end_user_id: string;
  /** Milliseconds since 1970. */
  readonly granted_at: number;
  /** For whom; missing where nobody was asked. */
  readonly login?: LoginClaims;
  /** What an anonymous visitor called themselves. */
  readonly session_id?: string;
  readonly user_id?: string;
  readonly auth_type?: LoginClaims['auth_type'];
  readonly token_source?: 'webapp';
}

/** The tokens of Dify's WebApp wire, each kind under its own key. */
export interface WebAppTokens {
  readonly login: SignedTokens<LoginClaims>;
  readonly passport: SignedTokens<PassportClaims>;
}

export function webAppTokens(key: InstanceKey): WebAppTokens {
  return { login: signedTokens(key.derive('webapp-login')), passport: signedTokens(key.derive('webapp-passport')) };
}

/** How long a sign-in to WebApps lasts: as on Dify, 24 times as long as an access token. */
export const WEBAPP_LOGIN_SECONDS = 24 * 3600;
