const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/gu;
const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}]/gu;

/** Rows under each other in columns two spaces apart; the last column is not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => `${layOut(row, widths)}\n`).join('');
}

function layOut(row: readonly string[], widths: readonly number[]): string {
  const last = row.length - 1;
  return row
    .map((cell, column) => (column === last ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))))
    .join('  ');
}

/** Terminal columns. */
function widthOf(text: string): number {
  return [...text.replace(UNSEEN, '')].length + (text.match(WIDE)?.length ?? 0);
}
