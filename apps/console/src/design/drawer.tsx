import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import styles from './drawer.module.css';

interface Props {
  readonly title: string;
  readonly lead?: string;
  /** Names the button that closes it. */
  readonly closeLabel: string;
  /** In the middle of the page, for a question rather than a sheet. */
  readonly isSmall?: boolean;
  /** Holds something that is shown this once: it closes by its content's own button only. */
  readonly isFirm?: boolean;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A sheet at the side, for one thing to do or read without leaving the page; open as long as it is there. */
export function Drawer({ title, lead, closeLabel, isSmall = false, isFirm = false, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);

  // Closed before it is taken away, so that the focus goes back to where it came from.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => element?.close();
  }, []);

  return (
    <dialog
      className={isSmall ? styles.box : styles.drawer}
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        if (!isFirm) onClose();
      }}
      // A browser closes by itself when somebody insists.
      onClose={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {lead === undefined ? null : <p>{lead}</p>}
        </div>
        {isFirm ? null : (
          <button type="button" className={styles.close} onClick={onClose} aria-label={closeLabel}>
            <span aria-hidden="true">×</span>
          </button>
        )}
      </div>
      <div className={styles.content}>{children}</div>
    </dialog>
  );
}
