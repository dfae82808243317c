import styles from './tag.module.css';

interface Props {
  readonly tone: 'good' | 'plain' | 'attention' | 'bad';
  readonly children: string;
}

/** A state in a word; its colour only repeats it. */
export function Tag({ tone, children }: Props) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
