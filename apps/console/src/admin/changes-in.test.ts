import { describe, expect, test } from 'vitest';
import { changesIn } from './changes-in.ts';

describe('the details of an audit entry', () => {
  test('show what differs before and after, and nothing that stayed', () => {
    const details = { before: { password: true, emailCode: false }, after: { password: true, emailCode: true } };
    expect(changesIn(details)).toEqual({
      changes: [{ name: 'emailCode', before: 'false', after: 'true' }],
      rest: [],
    });
  });

  test('name a limit inside of the settings by its path', () => {
    const { changes } = changesIn({ before: {}, after: { limits: { bearer: { max: 10 } } } });
    expect(changes).toEqual([{ name: 'limits.bearer.max', before: '—', after: '10' }]);
  });

  test('tell everything else as text', () => {
    expect(changesIn({ email: 'ana@example.com', by_link: false, role: null }).rest).toEqual([
      ['email', 'ana@example.com'],
      ['by_link', 'false'],
      ['role', '—'],
    ]);
  });
});
