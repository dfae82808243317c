import { DESKTOP_PROGRAMS, findDesktopProgram } from './desktop-programs.ts';

/** vitest's global set-up for tests of difyctl: here, because installing a program takes longer than a test may. */
export function setup(): void {
  for (const name of DESKTOP_PROGRAMS) findDesktopProgram(name);
}
