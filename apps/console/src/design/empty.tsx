import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface Props {
  readonly title: string;
  readonly text: string;
  /** The next step. */
  readonly children?: ReactNode;
}

/** Stands where rows will be. */
export function Empty({ title, text, children }: Props) {
  return (
    <div className={styles.empty} role="status">
      <strong>{title}</strong>
      <p>{text}</p>
      {children}
    </div>
  );
}
