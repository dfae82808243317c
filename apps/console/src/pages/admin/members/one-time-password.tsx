import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../admin/copy-field.tsx';
import forms from '../../../admin/forms.module.css';
import { Notice } from '../../../design/notice.tsx';

interface Props {
  readonly title: string;
  readonly email: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** A password that is shown this once, to be handed over and changed at the next sign-in. */
export function OneTimePassword({ title, email, password, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="done" title={title} announces={password}>
        <p>{t('admin.create.shownOnce')}</p>
      </Notice>
      <CopyField label={t('signin.email')} value={email} />
      <CopyField label={t('admin.create.oneTimePassword')} value={password} />
      <p className={forms.quiet}>{t('admin.create.handOver')}</p>
      <div className={forms.answers}>
        <Button onClick={onClose}>{t('admin.create.noted')}</Button>
      </div>
    </>
  );
}
