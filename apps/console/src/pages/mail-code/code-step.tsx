import { Link, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { keepProof, keptProof, type MailProof } from '../../session/mail-proof.ts';
import type { ProofPurpose } from '../../session/tab-memory.ts';
import { CodeForm } from './code-form.tsx';
import { StartAgain } from './start-again.tsx';

interface Props {
  readonly purpose: ProofPurpose;
  readonly check: (proof: MailProof, code: string) => Promise<unknown>;
  readonly send: (email: string) => Promise<MailProof>;
  /** Where another address is entered. */
  readonly back: Pick<LinkProps, 'to' | 'search'>;
}

/** The step that takes the code of a letter; without one under way it leads back to where it is asked for. */
export function CodeStep({ purpose, check, send, back }: Props) {
  const { t } = useTranslation();
  const [proof, setProof] = useState(() => keptProof(purpose));
  if (proof === undefined) return <StartAgain back={back} />;

  const resend = async () => {
    const fresh = await send(proof.email);
    keepProof(purpose, fresh);
    setProof(fresh);
  };

  return (
    <div className={forms.stack}>
      <Heading title={t('code.title')} lead={t('code.sent', { email: proof.email })} />
      <CodeForm
        check={(code) => check(proof, code)}
        resend={resend}
        actions={<Link {...back}>{t('code.otherAddress')}</Link>}
      />
    </div>
  );
}
