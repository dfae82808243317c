/** Somebody wrote something that cannot be understood; the message says what. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
