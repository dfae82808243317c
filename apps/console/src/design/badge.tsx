import styles from './badge.module.css';

interface Props {
  readonly tone?: 'action' | 'attention' | 'danger';
  readonly children: string;
}

export function Badge({ tone = 'action', children }: Props) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
