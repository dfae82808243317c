import { describe, expect, test } from 'vitest';
import { attention } from './attention.ts';

const QUIET = {
  isAnyMethodOn: true,
  accessRequests: 0,
  hasMailServer: true,
  lettersWaiting: 0,
  lettersFailed: 0,
  hasPublicUrl: true,
  administratorsWithWayIn: 2,
};

describe('what needs attention', () => {
  test('is nothing in an instance that is in order', () => {
    expect(attention(QUIET)).toEqual([]);
  });

  test('letters that wait for the mail server go by themselves; without one they are handed over', () => {
    expect(attention({ ...QUIET, lettersWaiting: 3 })).toEqual([]);
    expect(attention({ ...QUIET, hasMailServer: false, lettersWaiting: 3 })).toEqual([
      { kind: 'letters_by_hand', count: 3 },
    ]);
  });

  test('that nobody can sign in comes before everything else', () => {
    const kinds = attention({ ...QUIET, isAnyMethodOn: false, accessRequests: 1, hasPublicUrl: false });
    expect(kinds.map(({ kind }) => kind)).toEqual(['no_method', 'access_requests', 'no_public_url']);
  });

  test('an only administrator is told to name a second', () => {
    expect(attention({ ...QUIET, administratorsWithWayIn: 1 })).toEqual([{ kind: 'one_administrator' }]);
  });
});
