import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that tests start. */
    chromiumPath: string;
  }
}

/** vitest's global set-up for tests in a browser. */
export function setup({ provide }: TestProject): void {
  provide('chromiumPath', findChromium());
}
