import type { ReactNode } from 'react';
import styles from './section.module.css';

/** A sheet of the page, without a title of its own. */
export function Surface({ children }: { readonly children: ReactNode }) {
  return <div className={styles.section}>{children}</div>;
}
