import type { ReactNode } from 'react';
import styles from './save-bar.module.css';

interface Props {
  readonly text: string;
  readonly children: ReactNode;
}

/** Stays in sight while something is changed and not saved. */
export function SaveBar({ text, children }: Props) {
  return (
    <section className={styles.bar} aria-label={text}>
      <span role="status">{text}</span>
      <span className={styles.buttons}>{children}</span>
    </section>
  );
}
