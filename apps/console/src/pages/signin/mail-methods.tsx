import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeRequest } from './code-request.tsx';
import type { MailMethod } from './methods-on.ts';
import { PasswordForm } from './password-form.tsx';
import { WaysToAnAccount } from './ways-to-an-account.tsx';

interface Props {
  readonly methods: readonly [MailMethod, ...MailMethod[]];
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly redirectUrl: string | undefined;
}

/** Password and code: one is shown, the other is a step away. */
export function MailMethods({ methods, email, onEmail, redirectUrl }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<MailMethod>(methods[0]);
  const method = methods.find((one) => one === wanted) ?? methods[0];
  const other = methods.find((one) => one !== method);
  const form = { email, onEmail, redirectUrl };
  return (
    <>
      {method === 'password' ? <PasswordForm {...form} /> : <CodeRequest {...form} />}
      {other === undefined ? null : (
        <Button variant="outline" fullWidth onClick={() => setWanted(other)}>
          {t(other === 'code' ? 'signin.withCode' : 'signin.withPassword')}
        </Button>
      )}
      <WaysToAnAccount method={method} redirectUrl={redirectUrl} />
    </>
  );
}
