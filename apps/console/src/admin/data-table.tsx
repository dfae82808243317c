import type { ReactNode } from 'react';
import styles from './data-table.module.css';
import { moveBetweenRows } from './move-between-rows.ts';
import { type Order, SortHead } from './sort-head.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** What stands in the head instead of the title. */
  readonly head?: ReactNode;
  /** The rows can be ordered by it. */
  readonly sorts?: boolean;
  /** Numbers and what one can do stand at the end of their column. */
  readonly isAtEnd?: boolean;
  /** Left out where the screen is narrow. */
  readonly isMinor?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly order?: Order;
  /** Other rows are on their way. */
  readonly isStale?: boolean;
}

/** A table whose head stays in sight; the arrow keys go from row to row. */
export function DataTable<Row>({ label, columns, rows, rowKey, order, isStale = false }: Props<Row>) {
  return (
    <section className={styles.frame} aria-label={label} aria-busy={isStale} data-stale={isStale}>
      <table className={styles.table} onKeyDown={moveBetweenRows}>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead key={column.key} column={column} order={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, isAtEnd, isMinor }) => (
                <td key={key} data-end={isAtEnd} data-minor={isMinor}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
