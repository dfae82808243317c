import { Misuse } from './misuse.ts';

/** A word that nothing is done with may have been meant: of a name that was not quoted, say. @throws {Misuse} */
export function refuseMore([extra]: readonly string[]): void {
  if (extra !== undefined) throw new Misuse(`There is no place for ${extra}.`);
}
