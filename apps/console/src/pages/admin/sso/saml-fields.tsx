import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';
import { Section } from '../../../design/section.tsx';
import { Switch } from '../../../design/switch.tsx';
import { type Certificate, CertificateFacts } from './certificate-facts.tsx';
import { SamlMetadata } from './saml-metadata.tsx';
import styles from './sso.module.css';
import { TextField } from './text-field.tsx';
import type { ConnectionFields } from './use-draft.ts';

const MOST_CERTIFICATES = 5;
const FORMATS = {
  '': 'any',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent': 'persistent',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress': 'email',
} as const;

interface Props {
  readonly fields: ConnectionFields;
  /** Of the certificates that are saved and can be read. */
  readonly saved: readonly Certificate[];
}

export function SamlFields({ fields, saved }: Props) {
  const { t } = useTranslation();
  const { draft, onChange } = fields;
  const [read, setRead] = useState<readonly Certificate[]>([]);
  const formats = Object.entries(FORMATS).map(([value, word]) => ({
    value,
    label: t(`admin.sso.saml.nameIdFormats.${word}`),
  }));
  const isKnown = formats.some(({ value }) => value === draft.nameIdFormat);

  return (
    <Section title={t('admin.sso.saml.title')} lead={t('admin.sso.saml.lead')}>
      <SamlMetadata
        onRead={(metadata) => {
          setRead(metadata.certificates);
          onChange({
            entityId: metadata.entity_id,
            ssoUrl: metadata.sso_url,
            ssoBinding: metadata.sso_binding,
            certificates: metadata.certificates.map(({ pem }) => pem).slice(0, MOST_CERTIFICATES),
          });
        }}
      />
      <div className={styles.fields}>
        <TextField
          fields={fields}
          name="entityId"
          label={t('admin.sso.saml.entityId')}
          hint={t('admin.sso.saml.entityIdHint')}
        />
        <TextField fields={fields} name="ssoUrl" label={t('admin.sso.saml.ssoUrl')} inputMode="url" />
        <NativeSelect
          label={t('admin.sso.saml.binding')}
          value={draft.ssoBinding}
          data={(['redirect', 'post'] as const).map((value) => ({
            value,
            label: t(`admin.sso.saml.bindings.${value}`),
          }))}
          onChange={(event) => onChange({ ssoBinding: event.currentTarget.value === 'post' ? 'post' : 'redirect' })}
        />
        <NativeSelect
          label={t('admin.sso.saml.nameIdFormat')}
          value={draft.nameIdFormat}
          data={isKnown ? formats : [...formats, draft.nameIdFormat]}
          onChange={(event) => onChange({ nameIdFormat: event.currentTarget.value })}
        />
      </div>
      <Certificates fields={fields} known={[...read, ...saved]} />
      <Switch
        title={t('admin.sso.saml.idpInitiated.title')}
        text={t('admin.sso.saml.idpInitiated.text')}
        on={draft.allowsIdpInitiated}
        onWord={t('admin.frame.on')}
        offWord={t('admin.frame.off')}
        onChange={(allowsIdpInitiated) => onChange({ allowsIdpInitiated })}
      />
    </Section>
  );
}

function Certificates({
  fields,
  known,
}: {
  readonly fields: ConnectionFields;
  readonly known: readonly Certificate[];
}) {
  const { t } = useTranslation();
  const { certificates } = fields.draft;
  const set = (next: readonly string[]) => fields.onChange({ certificates: next });
  return (
    <div className={styles.stack}>
      {certificates.map((pem, index) => {
        const number = index + 1;
        return (
          // Certificates have no name but their place.
          <div key={number} className={styles.stack}>
            <Textarea
              classNames={{ input: styles.code ?? '' }}
              label={t('admin.sso.saml.certificate', { number })}
              description={index === 0 ? t('admin.sso.saml.certificateHint') : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              rows={4}
              spellCheck={false}
              maxLength={16_384}
              value={pem}
              error={index === 0 ? fields.problem('certificates') : undefined}
              onChange={(event) => set(certificates.with(index, event.currentTarget.value))}
            />
            <CertificateFacts pem={pem} known={known} />
            {certificates.length > 1 ? (
              <div className={forms.answers}>
                <Button variant="outline" color="danger" onClick={() => set(certificates.toSpliced(index, 1))}>
                  {t('admin.sso.saml.removeCertificate', { number })}
                </Button>
              </div>
            ) : null}
          </div>
        );
      })}
      {certificates.length < MOST_CERTIFICATES ? (
        <div className={forms.answers}>
          <Button variant="outline" onClick={() => set([...certificates, ''])}>
            {t('admin.sso.saml.addCertificate')}
          </Button>
          <span className={forms.quiet}>{t('admin.sso.saml.addHint')}</span>
        </div>
      ) : null}
    </div>
  );
}
