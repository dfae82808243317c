import type { AccountId, ConsoleSessionId } from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import type { Account } from '../accounts/account.ts';
import { type ConsoleSession, decideRefresh, type RefreshToken } from './console-session.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const GRACE_SECONDS = 30;
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

describe('a refresh token', () => {
  test('renews its session once', () => {
    expect(decide({})).toEqual({ kind: 'renew' });
  });

  test('renews again within the grace window, so that parallel tabs survive', () => {
    expect(decide({ token: { usedAt: at(-GRACE_SECONDS + 0.001) } })).toEqual({ kind: 'renew' });
  });

  test('counts as copied at the very instant the grace window ends', () => {
    expect(decide({ token: { usedAt: at(-GRACE_SECONDS) } })).toEqual({ kind: 'reused' });
  });

  test('is refused at the very instant of its expiry', () => {
    expect(decide({ token: { expiresAt: NOW } })).toEqual({ kind: 'invalid' });
    expect(decide({ token: { expiresAt: at(0.001) } })).toEqual({ kind: 'renew' });
  });

  test('is refused once the session ended, by its owner or by its age', () => {
    expect(decide({ session: { revokedAt: at(-1) } })).toEqual({ kind: 'invalid' });
    expect(decide({ session: { expiresAt: NOW } })).toEqual({ kind: 'invalid' });
  });

  test('is refused for a banned or closed account', () => {
    expect(decide({ account: { status: 'banned' } })).toEqual({ kind: 'banned' });
    expect(decide({ account: { status: 'closed' } })).toEqual({ kind: 'invalid' });
  });
});

interface Case {
  readonly token?: Partial<RefreshToken>;
  readonly session?: Partial<ConsoleSession>;
  readonly account?: Partial<Account>;
}

function decide(changed: Case) {
  const accountId = '01890000-0000-7000-8000-000000000001' as AccountId;
  const sessionId = '01890000-0000-7000-8000-000000000002' as ConsoleSessionId;
  const token = { hash: 'h', sessionId, issuedAt: at(-60), expiresAt: at(3600), usedAt: null, ...changed.token };
  const session = {
    id: sessionId,
    accountId,
    ip: '127.0.0.1',
    userAgent: '',
    createdAt: at(-60),
    lastUsedAt: at(-60),
    expiresAt: at(86_400),
    revokedAt: null,
    identityId: null,
    providerSession: null,
    ...changed.session,
  };
  const account: Account = {
    id: accountId,
    email: 'ann@example.com',
    name: 'Ann',
    avatar: null,
    interfaceLanguage: 'en-US',
    interfaceTheme: 'light',
    timezone: 'UTC',
    status: 'active',
    currentWorkspaceId: null,
    lastSignInAt: null,
    lastSignInIp: null,
    createdAt: at(-86_400),
    ...changed.account,
  };
  return decideRefresh(token, { session, account }, NOW, GRACE_SECONDS);
}
