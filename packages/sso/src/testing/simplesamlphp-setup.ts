import { findSimpleSamlPhp } from './find-simplesamlphp.ts';

/** vitest's global set-up for tests of SAML: here, because installing it takes longer than a test may. */
export function setup(): void {
  findSimpleSamlPhp();
}
