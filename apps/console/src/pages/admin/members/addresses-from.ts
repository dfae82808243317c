/**
 * The addresses in what somebody pasted or a CSV file holds: lines, commas, semicolons, tabs, `Ana <ana@…>`. Of a line
 * with several cells those count that have an `@`; a line without one is kept as it is, so that it is reported, but a
 * first line of column names is not.
 */
export function addressesFrom(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.flatMap((line, index) => {
    const cells = line
      .split(/[,;\t]/)
      .map(cleaned)
      .filter(Boolean);
    const addresses = cells.flatMap((cell) => cell.split(/\s+/).map(cleaned)).filter((word) => word.includes('@'));
    if (addresses.length > 0) return addresses;
    return index === 0 && lines.length > 1 ? [] : [line];
  });
}

function cleaned(cell: string): string {
  return cell.trim().replace(/^[<"'(]+|[>"').]+$/g, '');
}
