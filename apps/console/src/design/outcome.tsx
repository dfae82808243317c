import type { ReactNode } from 'react';
import { Heading } from './heading.tsx';
import { Icon } from './icon.tsx';
import styles from './outcome.module.css';

interface Props {
  readonly tone: 'done' | 'attention' | 'refused' | 'waiting';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A state that takes the place of a page's content: what is so, why, and what the person can do. */
export function Outcome({ tone, title, children, actions }: Props) {
  return (
    <div className={styles.outcome}>
      <span className={styles.icon} data-tone={tone}>
        <Icon name={tone} size={20} />
      </span>
      <Heading title={title} />
      <div className={styles.words}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
