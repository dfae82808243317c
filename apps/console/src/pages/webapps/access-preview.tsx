import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { type AccessDraft, accessBody } from './chosen.ts';
import styles from './webapps.module.css';
import { WEBAPPS } from './webapps-query.ts';

/** So many are named; the others are counted. */
const NAMED = 8;

interface Props {
  readonly appId: string;
  readonly draft: AccessDraft;
}

/** Who could open the app under a choice, saved or not, and whom saving it would put out. */
export function AccessPreview({ appId, draft }: Props) {
  const { t, i18n } = useTranslation();
  const body = accessBody(draft);
  const { data, isError, error } = useQuery({
    queryKey: [...WEBAPPS, 'preview', appId, body],
    queryFn: () =>
      client.call('POST /console/api/webapps/{webapp_id}/access/preview', { params: { webapp_id: appId }, body }),
    placeholderData: keepPreviousData,
  });
  if (isError) return <RefusalNotice error={error} />;
  if (data === undefined) return null;

  const named = data.first.slice(0, NAMED).map(({ name, email }) => (name === '' ? email : name));
  const others = (data.count ?? 0) - named.length;
  const names = others > 0 ? [...named, t('webapps.access.others', { count: others })] : named;

  const who = () => {
    if (data.count === null) return t(draft.mode === 'public' ? 'webapps.access.anyone' : 'webapps.access.external');
    return data.count === 0 ? t('webapps.access.nobody') : t('webapps.access.count', { count: data.count });
  };

  return (
    <div className={styles.preview} role="status">
      <strong>{who()}</strong>
      {names.length === 0 ? null : (
        <span className={styles.quiet}>{new Intl.ListFormat(i18n.language).format(names)}</span>
      )}
      {data.sessions_ending === 0 ? null : <span>{t('webapps.access.ending', { count: data.sessions_ending })}</span>}
    </div>
  );
}
