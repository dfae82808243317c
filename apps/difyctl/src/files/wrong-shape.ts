/** Says which part of a file is not what it must be. */
export class WrongShape extends Error {
  override readonly name = 'WrongShape';
}
