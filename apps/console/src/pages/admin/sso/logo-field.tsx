import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';
import styles from './sso.module.css';

const LARGEST_BYTES = 35 * 1024;
const KINDS = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];

interface Props {
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
}

/** A picture for the button of the sign-in page; it is kept with the connection, so that no other server is asked. */
export function LogoField({ logo, onChange }: Props) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<'logoTooLarge' | 'logoKind' | null>(null);

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    if (!KINDS.includes(file.type)) return setProblem('logoKind');
    if (file.size > LARGEST_BYTES) return setProblem('logoTooLarge');
    setProblem(null);
    onChange(`data:${file.type};base64,${toBase64(new Uint8Array(await file.arrayBuffer()))}`);
  };

  return (
    <div className={styles.logo}>
      {logo === null ? null : <img src={logo} alt="" width={40} height={40} />}
      <label className={forms.file}>
        {t('admin.sso.general.logo')}
        <input
          type="file"
          accept={KINDS.join(',')}
          aria-describedby="logo-hint"
          aria-invalid={problem !== null}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      {logo === null ? null : (
        <Button variant="outline" onClick={() => onChange(null)}>
          {t('admin.sso.general.removeLogo')}
        </Button>
      )}
      <p id="logo-hint" role="status" className={problem === null ? forms.quiet : forms.error}>
        {t(`admin.sso.general.${problem ?? 'logoHint'}`)}
      </p>
    </div>
  );
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
