import { describe, expect, test } from 'vitest';
import { anAuditEntry } from './an-audit-entry.ts';
import { anOrigin } from './an-origin.ts';
import { afterNoon } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';

export function auditLogSuite(open: OpenTestStore): void {
  describe('audit', () => {
    test('gives back the newest entries, newest first, with every detail', async () => {
      const { audit } = await open();
      const oldest = anAuditEntry();
      const newer = anAuditEntry({
        at: afterNoon(1),
        action: 'oauth.device_flow_denied',
        actorId: null,
        origin: anOrigin({ ip: '2001:db8::1' }),
        details: { client_id: 'difyctl', ended: 2, forced: true, label: null },
      });
      const newest = anAuditEntry({ at: afterNoon(2), action: 'console.signed_out' });
      for (const entry of [oldest, newer, newest]) await audit.append(entry);

      expect(await audit.latest(2)).toEqual([newest, newer]);
    });

    test('keeps the order of entries of one instant', async () => {
      const { audit } = await open();
      await audit.append(anAuditEntry({ details: { step: 1 } }));
      await audit.append(anAuditEntry({ details: { step: 2 } }));

      expect((await audit.latest(10)).map(({ details }) => details.step)).toEqual([2, 1]);
    });
  });
}
