import type { ReactNode } from 'react';
import { Heading } from '../design/heading.tsx';
import styles from './page-head.module.css';

interface Props {
  readonly title: string;
  /** One sentence of purpose. */
  readonly lead?: string | undefined;
  /** The way back to the list that a page belongs to. */
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHead({ title, lead, back, actions }: Props) {
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        {back === undefined ? null : <p className={styles.back}>{back}</p>}
        <Heading title={title} lead={lead} />
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
