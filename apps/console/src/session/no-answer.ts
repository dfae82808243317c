/** The server gave no answer: the network is down, or the server is. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
