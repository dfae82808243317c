import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Drawer } from '../../design/drawer.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { codeFor, EMPTY_DRAFT, problemsOf } from './webapp-draft.ts';
import { WebAppFields } from './webapp-fields.tsx';
import { WEBAPPS } from './webapps-query.ts';

/** Publishes an app; nobody can open it until somebody is chosen, which is the next thing to do. */
export function PublishDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [hasOwnCode, setOwnCode] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const typed = hasOwnCode ? draft : { ...draft, code: codeFor(draft.name) };
  const problems = problemsOf(typed);

  const publishing = useMutation({
    mutationFn: () => {
      const { name, code, upstream, icon, host } = typed;
      const body = {
        name: name.trim(),
        code,
        upstream: upstream.trim(),
        ...(icon.trim() !== '' && { icon: icon.trim() }),
        ...(host.trim() !== '' && { host: host.trim() }),
      };
      return client.call('POST /console/api/webapps', { body });
    },
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: WEBAPPS });
      await navigate({ to: '/webapps/$webAppId', params: { webAppId: id } });
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problems).length > 0) focusFirstProblem(event.currentTarget, problems);
    else if (!publishing.isPending) publishing.mutate();
  };

  return (
    <Drawer
      title={t('webapps.publishTitle')}
      lead={t('webapps.publishLead')}
      closeLabel={t('frame.close')}
      onClose={onClose}
    >
      {publishing.isError ? <RefusalNotice error={publishing.error} /> : null}
      <form className={forms.form} onSubmit={submit} noValidate>
        <WebAppFields
          draft={typed}
          problems={isChecked ? problems : {}}
          isNew
          onChange={(changes) => {
            if (changes.code !== undefined) setOwnCode(true);
            setDraft({ ...typed, ...changes });
          }}
        />
        <div>
          <ActButton type="submit" pending={publishing.isPending}>
            {t('webapps.publish')}
          </ActButton>
        </div>
      </form>
    </Drawer>
  );
}
