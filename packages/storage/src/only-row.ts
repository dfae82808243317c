/** The row of a query that always has one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The database gave no row where there is always one.');
  return row;
}
