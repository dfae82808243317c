import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../design/act-button.tsx';
import { Drawer } from '../design/drawer.tsx';
import forms from './forms.module.css';
import { AdminRefusal } from './refusal.tsx';

interface Props {
  readonly title: string;
  readonly text: string;
  /** The button that does it. */
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly children?: ReactNode;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that others feel. */
export function Question({ title, text, confirm, isDangerous = true, children, ...rest }: Props) {
  const { t } = useTranslation();
  const { pending, error, onConfirm, onClose } = rest;
  return (
    <Drawer title={title} closeLabel={t('admin.frame.close')} isSmall onClose={onClose}>
      <p>{text}</p>
      {children}
      {error === null ? null : <AdminRefusal error={error} />}
      <div className={forms.answers}>
        <ActButton color={isDangerous ? 'danger' : 'action'} pending={pending} onClick={onConfirm}>
          {confirm}
        </ActButton>
        <Button variant="outline" onClick={onClose}>
          {t('frame.cancel')}
        </Button>
      </div>
    </Drawer>
  );
}
