export { NewerDatabaseError } from './migrations/newer-database-error.ts';
export type { StoreLocation } from './open/open-engine.ts';
export { openStore } from './open-store.ts';
