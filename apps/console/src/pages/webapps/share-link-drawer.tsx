import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { CopyLink } from '../../design/copy-link.tsx';
import { Drawer } from '../../design/drawer.tsx';
import forms from '../../design/form.module.css';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { shareLinksQuery, type WebApp } from './webapps-query.ts';

const LIFETIMES = ['1', '24', '168', '720'] as const;

interface Props {
  readonly app: WebApp;
  readonly onClose: () => void;
}

/** Makes a link; it is shown here this once, and stored only as a hash. */
export function ShareLinkDrawer({ app, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [label, setLabel] = useState('');
  const [hours, setHours] = useState<string>('24');
  const making = useMutation({
    mutationFn: () =>
      client.call('POST /console/api/webapps/{webapp_id}/share-links', {
        params: { webapp_id: app.id },
        body: { label: label.trim(), hours: Number(hours) },
      }),
    onSuccess: () => queryClient.invalidateQueries(shareLinksQuery(app.id)),
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!making.isPending) making.mutate();
  };

  return (
    <Drawer
      title={t('webapps.links.makeTitle', { name: app.name })}
      lead={t('webapps.links.makeLead')}
      closeLabel={t('frame.close')}
      isFirm={making.isSuccess}
      onClose={onClose}
    >
      {making.isError ? <RefusalNotice error={making.error} /> : null}
      {making.isSuccess ? (
        <>
          <Notice tone="done" title={t('webapps.links.madeNow')} announces={making.data}>
            <p>{t('webapps.links.shownOnce')}</p>
          </Notice>
          <CopyLink label={t('webapps.links.link')} url={making.data.url} />
          <div>
            <Button onClick={onClose}>{t('webapps.links.noted')}</Button>
          </div>
        </>
      ) : (
        <form className={forms.form} onSubmit={submit} noValidate>
          <TextInput
            label={t('webapps.links.label')}
            description={t('webapps.links.labelHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            name="label"
            maxLength={80}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('webapps.links.lifetime')}
            name="hours"
            value={hours}
            data={LIFETIMES.map((value) => ({ value, label: t(`webapps.links.lifetimes.${value}`) }))}
            onChange={(event) => setHours(event.currentTarget.value)}
          />
          <div>
            <ActButton type="submit" pending={making.isPending}>
              {t('webapps.links.make')}
            </ActButton>
          </div>
        </form>
      )}
    </Drawer>
  );
}
