import { describe, expect, test } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

describe('words without secrets', () => {
  test.each([
    ['{"token":"dfoa_abc-DEF_123"}', '{"token":"dfoa_[redacted]"}'],
    ['dfoe_x', 'dfoe_[redacted]'],
    ['device_code=dc_0123456789abcdefghij', 'device_code=dc_[redacted]'],
    ['Authorization: Bearer app-0123456789abcdef', 'Authorization: Bearer [redacted]'],
    ['http://ann:secret@proxy:8080/x', 'http://[redacted]@proxy:8080/x'],
    ['invalid bearer\nhint: sign in', 'invalid bearer\nhint: sign in'],
    ['write to ann@example.com', 'write to ann@example.com'],
  ])('turn %j into %j', (text, shown) => {
    expect(withoutSecrets(text)).toBe(shown);
  });
});
