import { createHash } from 'node:crypto';
import { openApi } from '@latchkey/contract';
import { WIRE_VERSION } from '@latchkey/contract/vocabulary';
import type { Implement } from '../../http/implement.ts';

const CATALOG = { ops: {} };

/** The SHA-256 of the catalog's bytes; catalog-driven clients compare it with what they hold. */
export const CATALOG_DIGEST = createHash('sha256').update(JSON.stringify(CATALOG)).digest('hex');

export function serverRoutes(implement: Implement): void {
  implement(openApi.getServerVersion)(() => ({ version: WIRE_VERSION, edition: 'SELF_HOSTED' }));
  implement(openApi.getServerHealth)(() => ({ ok: true }));
  implement(openApi.getCatalog)(() => CATALOG);
}
