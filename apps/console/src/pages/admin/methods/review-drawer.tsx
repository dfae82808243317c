import { WireError } from '@latchkey/sdk';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { Loaded } from '../../../admin/loaded.tsx';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { Notice } from '../../../design/notice.tsx';
import { ChangedSwitches } from './changed-switches.tsx';
import { ConfirmWithin } from './confirm-within.tsx';
import styles from './methods.module.css';
import { type Policy, policyQuery, type Switches } from './policy-query.ts';

interface Props {
  readonly draft: Switches;
  readonly policy: Policy;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Before saving: who gains and who loses a way in. */
export function ReviewDrawer({ draft, policy, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [minutes, setMinutes] = useState(30);
  const isNewlyEnforced = draft.sso_enforced && !policy.sso_enforced;
  const preview = useQuery({
    queryKey: ['admin', 'policy', 'preview', draft, policy.version],
    queryFn: () => adminClient.call('POST /admin-api/v1/sign-in-policy/preview', { body: draft }),
    gcTime: 0,
  });
  const saving = useMutation({
    mutationFn: () =>
      adminClient.call('PUT /admin-api/v1/sign-in-policy', {
        body: { ...draft, version: policy.version, ...(isNewlyEnforced ? { confirm_within_minutes: minutes } : {}) },
      }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(policyQuery.queryKey, saved);
      onSaved();
      await queryClient.invalidateQueries({ queryKey: ['system-features'] });
    },
    // What somebody else saved shows at once, under the changes made here.
    onError: async (error) => {
      if (error instanceof WireError && error.code === 'changed_meanwhile')
        await queryClient.invalidateQueries(policyQuery);
    },
  });

  return (
    <Drawer
      title={t('admin.review.title')}
      lead={t('admin.review.lead')}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      <ChangedSwitches draft={draft} policy={policy} />
      <Loaded query={preview}>
        {({ loses, gains, warnings }) => (
          <>
            {warnings.map((warning) => (
              <Notice key={warning} tone="attention">
                <p>{t(`admin.review.warning.${warning}`)}</p>
              </Notice>
            ))}
            <People kind="loses" people={loses} />
            <People kind="gains" people={gains} />
          </>
        )}
      </Loaded>
      {isNewlyEnforced ? <ConfirmWithin minutes={minutes} onChange={setMinutes} /> : null}
      {saving.isError ? (
        <>
          <AdminRefusal error={saving.error} />
          {saving.error instanceof WireError && saving.error.code === 'sso_test_needed' ? (
            <Link to="/admin/sso">{t('admin.methods.sso.connections')}</Link>
          ) : null}
        </>
      ) : null}
      <div className={forms.answers}>
        <ActButton
          pending={saving.isPending}
          {...(preview.data !== undefined && preview.data.loses.count > 0 ? { color: 'danger' } : {})}
          onClick={() => {
            if (preview.isSuccess) saving.mutate();
          }}
        >
          {t('admin.review.save')}
        </ActButton>
        <Button variant="outline" onClick={onClose}>
          {t('admin.frame.back')}
        </Button>
      </div>
    </Drawer>
  );
}

interface PeopleProps {
  readonly kind: 'loses' | 'gains';
  readonly people: { readonly count: number; readonly first: readonly { name: string; email: string }[] };
}

function People({ kind, people: { count, first } }: PeopleProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.people}>
      <h3>{t(`admin.review.${kind}`, { count })}</h3>
      <p>{t(count === 0 ? `admin.review.nobody.${kind}` : `admin.review.means.${kind}`)}</p>
      {first.length === 0 ? null : (
        <ul>
          {first.map(({ name, email }) => (
            <li key={email}>
              {name} ({email})
            </li>
          ))}
          {count > first.length ? <li>{t('admin.review.andMore', { count: count - first.length })}</li> : null}
        </ul>
      )}
    </section>
  );
}
