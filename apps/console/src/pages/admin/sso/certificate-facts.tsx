import { useTranslation } from 'react-i18next';
import { Tag } from '../../../admin/tag.tsx';
import { certificateState } from './certificate-state.ts';
import styles from './sso.module.css';

export interface Certificate {
  readonly pem: string;
  readonly subject: string;
  readonly sha256_fingerprint: string;
  readonly not_after: string;
}

interface Props {
  readonly pem: string;
  readonly known: readonly Certificate[];
}

/** Whose certificate it is and until when; nothing while it is typed. */
export function CertificateFacts({ pem, known }: Props) {
  const { t, i18n } = useTranslation();
  const found = known.find((one) => bare(one.pem) === bare(pem));
  if (found === undefined) return null;
  const state = certificateState(new Date(found.not_after), new Date());
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date(found.not_after));
  return (
    <p className={styles.certificate}>
      <Tag tone={state === 'until' ? 'plain' : 'attention'}>{t(`admin.sso.certificate.${state}`, { date })}</Tag>
      <span>{found.subject}</span>
      <span>
        {t('admin.sso.certificate.fingerprint')} <code>{found.sha256_fingerprint}</code>
      </span>
    </p>
  );
}

/** One certificate may be written with and without its frame. */
function bare(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}
