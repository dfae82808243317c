const PIECE_LENGTH = 64 * 1024;

/** The same text in larger pieces: sending each line by itself costs many times what making it does. */
export async function* inPieces(lines: AsyncIterable<string>): AsyncIterable<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
