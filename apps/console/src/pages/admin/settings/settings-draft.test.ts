import { describe, expect, test } from 'vitest';
import { changesOf, draftOf, problemsOf } from './settings-draft.ts';
import type { Settings } from './settings-query.ts';

const MINUTE = { amount: '1', unit: 'minutes' } as const;
const HOUR = { amount: '1', unit: 'hours' } as const;

const SAVED: Settings = {
  organisation: 'Acme',
  contact: '',
  public_url: null,
  session: { idle_seconds: 86_400, absolute_seconds: 604_800 },
  password_min_length: 8,
  invitation_hours: 72,
  attempts_retention_days: 90,
  limits: { bearer: { max: 60, window_seconds: 60 }, 'device-code': { max: 60, window_seconds: 3600 } },
  fixed: [],
  version: 3,
};

describe('the form of the settings', () => {
  const draft = draftOf(SAVED);

  test('sends nothing that was not changed', () => {
    expect(changesOf(draft, SAVED)).toEqual({});
  });

  test('sends one limit, not all of them', () => {
    const limits = { ...draft.limits, bearer: { max: '120', window: MINUTE } };
    expect(changesOf({ ...draft, limits }, SAVED)).toEqual({ limits: { bearer: { max: 120, window_seconds: 60 } } });
  });

  test('sends both ends of a session together', () => {
    expect(changesOf({ ...draft, idle: HOUR }, SAVED)).toEqual({
      session: { idle_seconds: 3600, absolute_seconds: 604_800 },
    });
  });

  test('an emptied public address is none', () => {
    const saved = { ...SAVED, public_url: 'https://id.example.com' };
    expect(changesOf({ ...draftOf(saved), publicUrl: ' ' }, saved)).toEqual({ public_url: null });
  });

  test('accepts what is saved', () => {
    expect(problemsOf(draft).size).toBe(0);
  });

  test.each([
    ['publicUrl', { publicUrl: 'id.example.com' }, 'url'],
    ['publicUrl', { publicUrl: 'ftp://id.example.com' }, 'url'],
    ['idle', { idle: MINUTE }, 'session'],
    ['absolute', { absolute: HOUR }, 'order'],
    ['passwordMinLength', { passwordMinLength: '7' }, 'length'],
    ['passwordMinLength', { passwordMinLength: '8.5' }, 'length'],
    ['invitationHours', { invitationHours: '' }, 'hours'],
    ['retentionDays', { retentionDays: '0' }, 'days'],
    ['limits.bearer', { limits: { bearer: { max: '-1', window: MINUTE } } }, 'limit'],
  ] as const)('refuses %s %o', (name, change, problem) => {
    expect(problemsOf({ ...draft, ...change }).get(name)).toBe(problem);
  });

  test('a limit of zero is no limit, and allowed', () => {
    const limits = { bearer: { max: '0', window: MINUTE } };
    expect(problemsOf({ ...draft, limits }).size).toBe(0);
  });
});
