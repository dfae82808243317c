import type { Store } from '../kernel/store.ts';

/** Opens a store with nothing in it, for one test; its end is the opener's to see to. */
export type OpenTestStore = () => Promise<Store>;
