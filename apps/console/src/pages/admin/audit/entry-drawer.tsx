import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DetailList } from '../../../admin/detail-list.tsx';
import { Facts } from '../../../admin/facts.tsx';
import type { FilterChanges } from '../../../admin/filters.ts';
import forms from '../../../admin/forms.module.css';
import { Drawer } from '../../../design/drawer.tsx';
import { ActorName } from './actor-name.tsx';
import styles from './audit.module.css';
import type { AuditEntry, AuditFilterName } from './audit-query.ts';
import { useActionWords } from './use-action-words.ts';

interface Props {
  readonly entry: AuditEntry;
  readonly onNarrow: (changes: FilterChanges<AuditFilterName>) => void;
  readonly onClose: () => void;
}

/** One entry, with what was before and after it. */
export function EntryDrawer({ entry, onNarrow, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const words = useActionWords();
  const { seq, at, action, actor, subject, workspace, ip, user_agent, reference, details, hash, previous_hash } = entry;
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'long' });
  return (
    <Drawer
      title={words(action)}
      lead={exact.format(new Date(at))}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      <Facts
        facts={[
          [t('admin.audit.who'), <ActorName key="actor" actor={actor} />],
          ...(subject === null ? [] : [[t('admin.audit.towards'), subject.name ?? subject.id] as const]),
          ...(workspace === null ? [] : [[t('admin.invite.workspace'), workspace.name ?? workspace.id] as const]),
          [t('admin.frame.ip'), ip],
          [t('admin.frame.userAgent'), user_agent],
          [t('frame.reference'), <code key="reference">{reference}</code>],
        ]}
      />
      <DetailList details={details} />
      <div className={forms.answers}>
        {actor.id === null ? null : (
          <Button variant="outline" onClick={() => onNarrow({ actor: actor.id ?? undefined })}>
            {t('admin.audit.narrow.actor')}
          </Button>
        )}
        {subject === null ? null : (
          <Button variant="outline" onClick={() => onNarrow({ subject: subject.id })}>
            {t('admin.audit.narrow.subject')}
          </Button>
        )}
        {workspace === null ? null : (
          <Button variant="outline" onClick={() => onNarrow({ workspace: workspace.id })}>
            {t('admin.audit.narrow.workspace')}
          </Button>
        )}
      </div>
      <details className={styles.chain}>
        <summary>{t('admin.audit.chain', { seq })}</summary>
        <p>{t('admin.audit.chainText')}</p>
        <dl>
          <dt>{t('admin.audit.hash')}</dt>
          <dd>
            <code>{hash}</code>
          </dd>
          <dt>{t('admin.audit.previousHash')}</dt>
          <dd>
            <code>{previous_hash}</code>
          </dd>
        </dl>
      </details>
    </Drawer>
  );
}
