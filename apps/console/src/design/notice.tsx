import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

interface Props {
  readonly tone: 'done' | 'attention' | 'refused';
  readonly title?: string;
  readonly children: ReactNode;
  /** What is announced: the notice takes the focus when it first shows, and whenever this changes. */
  readonly announces?: unknown;
}

/** A message beside what it is about. */
export function Notice({ tone, title, children, announces }: Props) {
  const notice = useRef<HTMLDivElement>(null);
  const announced = useRef<unknown>(undefined);

  useEffect(() => {
    if (announces === announced.current) return;
    announced.current = announces;
    notice.current?.focus();
  }, [announces]);

  return (
    <div
      className={styles.notice}
      data-tone={tone}
      role={tone === 'refused' ? 'alert' : 'status'}
      tabIndex={-1}
      ref={notice}
    >
      <span className={styles.icon}>
        <Icon name={tone} />
      </span>
      <div className={styles.words}>
        {title === undefined ? null : <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
