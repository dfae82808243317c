import type { ReactNode } from 'react';
import type { Column } from './data-table.tsx';
import styles from './pick-column.module.css';

interface Pick<Row> {
  /** Of the rows that are shown. */
  readonly ids: readonly string[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
  readonly idOf: (row: Row) => string;
  readonly label: (row: Row) => string;
  readonly allLabel: string;
}

/** The column in which rows are picked for something that is done to many of them; it keeps what other pages picked. */
export function pickColumn<Row>({ ids, picked, onPick, idOf, label, allLabel }: Pick<Row>): Column<Row> {
  const isAll = ids.length > 0 && ids.every((id) => picked.has(id));
  const pick = (some: readonly string[], isOn: boolean) => {
    const next = new Set(picked);
    for (const id of some) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    onPick(next);
  };
  return {
    key: 'pick',
    title: allLabel,
    head: <Box label={allLabel} isOn={isAll} onChange={(isOn) => pick(ids, isOn)} />,
    cell: (row) => <Box label={label(row)} isOn={picked.has(idOf(row))} onChange={(isOn) => pick([idOf(row)], isOn)} />,
  };
}

interface BoxProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Box({ label, isOn, onChange }: BoxProps): ReactNode {
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={label}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
