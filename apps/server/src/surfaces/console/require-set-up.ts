import { DomainError } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';

/** @throws DomainError `not_setup`, `not_init_validated`. */
export async function requireSetUp({ isSetUp, settings }: ServerContext): Promise<void> {
  if (await isSetUp()) return;
  throw new DomainError(settings.initPassword === undefined ? 'not_setup' : 'not_init_validated');
}
