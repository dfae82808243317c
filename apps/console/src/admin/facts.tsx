import type { ReactNode } from 'react';
import styles from './facts.module.css';

interface Props {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** What is true about a thing, as a short list. */
export function Facts({ facts }: Props) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
