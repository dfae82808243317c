import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';
import type { Column } from './data-table.tsx';

export interface Order {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
  readonly onOrder: (by: string, direction: 'asc' | 'desc') => void;
}

interface Props<Row> {
  readonly column: Pick<Column<Row>, 'key' | 'title' | 'head' | 'sorts' | 'isAtEnd' | 'isMinor'>;
  readonly order: Order | undefined;
}

/** The head of a column, with which the rows are ordered where that is possible. */
export function SortHead<Row>({ column, order }: Props<Row>) {
  const { t } = useTranslation();
  const { key, title, head, sorts = false, isAtEnd, isMinor } = column;
  if (!sorts || order === undefined) {
    return (
      <th scope="col" data-end={isAtEnd} data-minor={isMinor}>
        {head ?? title}
      </th>
    );
  }
  const isOrdered = order.by === key;
  const next = isOrdered && order.direction === 'asc' ? 'desc' : 'asc';
  const direction = order.direction === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" data-end={isAtEnd} data-minor={isMinor} aria-sort={isOrdered ? direction : 'none'}>
      <button
        type="button"
        className={styles.sort}
        title={t('admin.frame.sortBy', { column: title })}
        onClick={() => order.onOrder(key, next)}
      >
        {title}
        <span className={styles.arrow} aria-hidden="true" data-on={isOrdered}>
          {isOrdered && order.direction === 'desc' ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}
