import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { client } from '../../session/client.ts';
import { CodeForm } from '../mail-code/code-form.tsx';
import styles from './members.module.css';
import { sendOwnerCode } from './send-owner-code.ts';

interface Props {
  readonly token: string;
  /** A new code was sent. */
  readonly onToken: (token: string) => void;
  readonly onProven: (token: string) => void;
  readonly onCancel: () => void;
}

export function ProveOwner({ token, onToken, onProven, onCancel }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const check = async (code: string) => {
    const route = 'POST /console/api/workspaces/current/members/owner-transfer-check';
    onProven((await client.call(route, { body: { code, token } })).token);
  };
  return (
    <div className={styles.form}>
      <CodeForm
        check={check}
        resend={async () => onToken(await sendOwnerCode(language))}
        actions={
          <Button variant="outline" onClick={onCancel}>
            {t('frame.cancel')}
          </Button>
        }
      />
    </div>
  );
}
