import { oneSignIn } from './0001-one-sign-in.ts';
import type { Migration } from './migration.ts';

/** In the order they run; the number of a migration is the version of the database after it. */
export const MIGRATIONS: readonly Migration[] = [oneSignIn];
