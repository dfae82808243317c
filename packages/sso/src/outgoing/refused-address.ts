/** The reason inside a failed connection when the address itself was refused. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}
