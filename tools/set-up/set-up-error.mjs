/** A reason to stop that the person at the keyboard can act on; told in its own words, without a stack. */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError';
}
