import { printable } from './printable.ts';

/** Rows under each other in columns two spaces apart; the last column is not padded. */
export function table(content: readonly (readonly string[])[]): string {
  const rows = content.map((row) => row.map(printable));
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
  return /^[ -~]*$/.test(text) ? text.length : widthOfAny(text);
}

function widthOfAny(text: string): number {
  const wide =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/gu;
  return [...text.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')].length + (text.match(wide)?.length ?? 0);
}
