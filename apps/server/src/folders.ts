import { join } from 'node:path';

// This file is bundled to a folder beside `src`, so that both see the same neighbours.

/** The built console. */
export const CONSOLE_FOLDER = join(import.meta.dirname, '../../console/dist');

/** The reference as printed from the contract. */
export const REFERENCE_FOLDER = join(import.meta.dirname, '../../../docs/reference');
