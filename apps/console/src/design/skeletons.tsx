import { Skeleton } from '@mantine/core';
import styles from './skeletons.module.css';

/** The outline of what is coming; it shows after 300 ms, so that a quick answer does not flicker. */
export function Skeletons({ label }: { readonly label: string }) {
  return (
    <div className={styles.skeletons} role="status" aria-label={label}>
      <Skeleton height={32} width="70%" />
      <Skeleton height={16} />
      <Skeleton height={40} />
      <Skeleton height={40} />
    </div>
  );
}
