import type { ReactNode } from 'react';
import styles from './door-frame.module.css';
import { Footer } from './footer.tsx';
import { Mark } from './mark.tsx';

interface Props {
  readonly children: ReactNode;
  /** The organisation's own name and logo, where it has them. */
  readonly brand?: Brand | undefined;
}

interface Brand {
  readonly name: string;
  readonly logo: string;
}

/** The frame of pages that one passes through: one column, one thing to do. */
export function DoorFrame({ children, brand }: Props) {
  return (
    <div className={styles.page}>
      <main className={styles.column}>
        <div className={styles.sign}>{brand === undefined ? <OurSign /> : <TheirSign {...brand} />}</div>
        <div className={styles.surface}>{children}</div>
      </main>
      <Footer withSign={brand !== undefined} />
    </div>
  );
}

function OurSign() {
  return (
    <>
      <Mark size={32} />
      <span className={styles.wordmark}>Latchkey</span>
    </>
  );
}

function TheirSign({ name, logo }: Brand) {
  return logo === '' ? (
    <span className={styles.wordmark}>{name}</span>
  ) : (
    <img className={styles.logo} src={logo} alt={name} />
  );
}
