import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { CopyField } from '../../../admin/copy-field.tsx';
import { Facts } from '../../../admin/facts.tsx';
import forms from '../../../admin/forms.module.css';
import { Loaded } from '../../../admin/loaded.tsx';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { Time } from '../../../design/time.tsx';
import styles from './mail.module.css';
import { LETTERS, type Letter, mailQuery } from './mail-query.ts';

const ONE = '/admin-api/v1/letters/{letter_id}';

interface Props {
  readonly letter: Letter;
  readonly onNews: (news: string) => void;
  readonly onClose: () => void;
}

/** A letter as it reads, to hand over its code or link; opening it is noted in the audit log. */
export function LetterDrawer({ letter, onNews, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const hasMailServer = useQuery(mailQuery).data?.source !== 'none';
  const isUnsent = letter.status === 'waiting' || letter.status === 'failed';
  const params = { letter_id: letter.id };
  const query = useQuery({
    queryKey: [...LETTERS, 'one', letter.id],
    queryFn: () => adminClient.call(`GET ${ONE}`, { params }),
    // What it tells is a secret: it is not kept, and not fetched twice for one reading.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const changing = useMutation({
    mutationFn: (deed: 'retry' | 'delete') =>
      deed === 'retry'
        ? adminClient.call(`POST ${ONE}/retry`, { params })
        : adminClient.call(`DELETE ${ONE}`, { params }),
    onSuccess: async (_, deed) => {
      onNews(t(`admin.letters.done.${deed}`, { to: letter.to }));
      await queryClient.invalidateQueries({ queryKey: [...LETTERS, 'list'] });
      await queryClient.invalidateQueries(mailQuery);
    },
  });

  return (
    <Drawer title={t(`admin.letters.kind.${letter.kind}`)} closeLabel={t('admin.frame.close')} onClose={onClose}>
      {changing.isError ? <AdminRefusal error={changing.error} /> : null}
      <Loaded query={query}>{(read) => <Reading letter={read} />}</Loaded>
      <div className={forms.answers}>
        {hasMailServer && isUnsent ? (
          <ActButton
            variant="outline"
            pending={changing.isPending && changing.variables === 'retry'}
            onClick={() => changing.mutate('retry')}
          >
            {t('admin.letters.retry')}
          </ActButton>
        ) : null}
        <ActButton
          variant="outline"
          color="danger"
          pending={changing.isPending && changing.variables === 'delete'}
          onClick={() => changing.mutate('delete')}
        >
          {t('admin.letters.delete')}
        </ActButton>
      </div>
    </Drawer>
  );
}

function Reading({ letter }: { readonly letter: Answer<'GET /admin-api/v1/letters/{letter_id}'> }) {
  const { t } = useTranslation();
  const { content, to, status, created_at, sent_at, expires_at, problem } = letter;
  return (
    <>
      <Facts
        facts={[
          [t('admin.letters.to'), to],
          [t('admin.members.status'), t(`admin.letters.status.${status}`)],
          [t('admin.letters.written'), <Time key="at" at={new Date(created_at)} />],
          ...(sent_at === null ? [] : [[t('admin.letters.sentAt'), <Time key="s" at={new Date(sent_at)} />] as const]),
          ...(expires_at === null
            ? []
            : [[t('admin.letters.expires'), <Time key="e" at={new Date(expires_at)} />] as const]),
        ]}
      />
      {problem === null ? null : (
        <>
          <p>{t('admin.mail.said')}</p>
          <pre className={styles.said}>{problem}</pre>
        </>
      )}
      {content === null ? (
        <p>{t('admin.letters.gone')}</p>
      ) : (
        <>
          <p className={forms.quiet}>{t('admin.letters.noted')}</p>
          {content.secret === null ? null : (
            <CopyField label={t(`admin.letters.secret.${content.secret.kind}`)} value={content.secret.value} />
          )}
          <strong>{content.subject}</strong>
          <pre className={styles.text}>{content.text}</pre>
        </>
      )}
    </>
  );
}
