import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { oneOf } from '../../../admin/filters.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Notice } from '../../../design/notice.tsx';
import styles from './sso.module.css';

const SOURCES = ['url', 'file', 'paste'] as const;

type Metadata = Answer<'POST /admin-api/v1/sso-connections/inspect-metadata'>;

/** Reads what a provider says about itself; the fields below take it over. */
export function SamlMetadata({ onRead }: { readonly onRead: (metadata: Metadata) => void }) {
  const { t } = useTranslation();
  const [source, setSource] = useState<(typeof SOURCES)[number]>('url');
  const [url, setUrl] = useState('');
  const [xml, setXml] = useState('');
  const reading = useMutation({
    mutationFn: (body: { url: string } | { xml: string }) =>
      adminClient.call('POST /admin-api/v1/sso-connections/inspect-metadata', { body }),
    onSuccess: onRead,
  });
  const read = () => {
    const isEmpty = (source === 'url' ? url : xml).trim() === '';
    if (!isEmpty) reading.mutate(source === 'url' ? { url: url.trim() } : { xml });
  };

  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <NativeSelect
          label={t('admin.sso.saml.from')}
          value={source}
          data={SOURCES.map((value) => ({ value, label: t(`admin.sso.saml.sources.${value}`) }))}
          onChange={(event) => setSource(oneOf(SOURCES, event.currentTarget.value) ?? source)}
        />
        {source === 'url' ? (
          <TextInput
            label={t('admin.sso.saml.url')}
            inputMode="url"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        ) : null}
        {source === 'file' ? (
          <label className={forms.file}>
            {t('admin.sso.saml.file')}
            <input
              type="file"
              accept=".xml,text/xml,application/xml,application/samlmetadata+xml"
              onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setXml)}
            />
          </label>
        ) : null}
      </div>
      {source === 'paste' ? (
        <Textarea
          classNames={{ input: styles.code ?? '' }}
          label={t('admin.sso.saml.xml')}
          rows={6}
          spellCheck={false}
          value={xml}
          onChange={(event) => setXml(event.currentTarget.value)}
        />
      ) : null}
      <div className={forms.answers}>
        <ActButton variant="outline" pending={reading.isPending} onClick={read}>
          {t('admin.sso.saml.read')}
        </ActButton>
      </div>
      {reading.isError ? <AdminRefusal error={reading.error} /> : null}
      {reading.isSuccess ? (
        <Notice tone="done" announces={reading.data}>
          <p>
            {t('admin.sso.saml.found', {
              entity: reading.data.entity_id,
              count: reading.data.certificates.length,
            })}
          </p>
        </Notice>
      ) : null}
    </div>
  );
}
