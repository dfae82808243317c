import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Drawer } from '../../design/drawer.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { AccessPreview } from './access-preview.tsx';
import { accessBody, accessDraftOf, isSameAccess } from './chosen.ts';
import { ModeChoice } from './mode-choice.tsx';
import { SubjectPicker } from './subject-picker.tsx';
import styles from './webapps.module.css';
import { WEBAPPS, type WebApp, type WebAppAccess } from './webapps-query.ts';

interface Props {
  readonly app: WebApp;
  readonly access: WebAppAccess;
  /** With the number of open sessions that the change ended. */
  readonly onSaved: (sessionsEnded: number) => void;
  readonly onClose: () => void;
}

/** Chooses who may open the app; whom that lets in and puts out is shown before it is saved. */
export function AccessDrawer({ app, access, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const saved = accessDraftOf(access);
  const [draft, setDraft] = useState(saved);
  const isChanged = !isSameAccess(draft, saved);

  const saving = useMutation({
    mutationFn: () =>
      client.call('PUT /console/api/webapps/{webapp_id}/access', {
        params: { webapp_id: app.id },
        body: accessBody(draft),
      }),
    onSuccess: async ({ sessions_ended }) => {
      await queryClient.invalidateQueries({ queryKey: WEBAPPS });
      onSaved(sessions_ended);
    },
  });

  return (
    <Drawer
      title={t('webapps.access.changeTitle', { name: app.name })}
      lead={t('webapps.access.changeLead')}
      closeLabel={t('frame.close')}
      onClose={onClose}
    >
      <ModeChoice
        mode={draft.mode}
        isExternalOff={access.sso_verified_refusal !== null}
        onChange={(mode) => setDraft({ ...draft, mode })}
      />
      {draft.mode === 'private' ? <SubjectPicker draft={draft} onChange={setDraft} /> : null}
      <AccessPreview appId={app.id} draft={draft} />
      {saving.isError ? <RefusalNotice error={saving.error} /> : null}
      <div className={styles.bar}>
        <ActButton pending={saving.isPending} onClick={() => (isChanged ? saving.mutate() : onClose())}>
          {t('webapps.access.save')}
        </ActButton>
        <Button variant="outline" onClick={onClose}>
          {t('frame.cancel')}
        </Button>
      </div>
    </Drawer>
  );
}
