import { Button } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from './act-button.tsx';
import styles from './confirm-dialog.module.css';
import { RefusalNotice } from './refusal-notice.tsx';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** The button that does it. */
  readonly confirm: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ open, title, text, confirm, pending, error, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  return (
    <dialog
      className={styles.dialog}
      ref={dialog}
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={id}
    >
      <div className={styles.words}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={id}>{text}</p>
        {error === null ? null : <RefusalNotice error={error} />}
        <div className={styles.answers}>
          <Button variant="outline" onClick={onClose}>
            {t('frame.cancel')}
          </Button>
          <ActButton color="danger" pending={pending} onClick={onConfirm}>
            {confirm}
          </ActButton>
        </div>
      </div>
    </dialog>
  );
}
