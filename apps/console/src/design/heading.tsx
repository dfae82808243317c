import { useEffect, useRef } from 'react';
import styles from './heading.module.css';

interface Props {
  readonly title: string;
  readonly lead?: string | undefined;
}

// The browser announces the first page by itself; every later heading takes the focus.
let firstHeading = true;

/** The one title of a page or of a state that takes its place, with a sentence of purpose. */
export function Heading({ title, lead }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!firstHeading) heading.current?.focus();
    firstHeading = false;
  }, []);

  return (
    <div className={styles.block}>
      <title>{title.includes('Latchkey') ? title : `${title} · Latchkey`}</title>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
    </div>
  );
}
