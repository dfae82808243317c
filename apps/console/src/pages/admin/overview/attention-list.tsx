import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../design/icon.tsx';
import type { Attention } from './attention.ts';
import styles from './overview.module.css';

export function AttentionList({ list }: { readonly list: readonly Attention[] }) {
  const { t } = useTranslation();
  const text = useAttentionText();
  if (list.length === 0) {
    return (
      <p className={styles.nothing}>
        <Icon name="done" /> {t('admin.overview.nothingWaits')}
      </p>
    );
  }
  return (
    <ul className={styles.attention}>
      {list.map((item) => (
        <li key={'connectionId' in item ? item.connectionId : item.kind}>
          <span className={styles.mark}>
            <Icon name="attention" />
          </span>
          <div>
            <p>{text(item)}</p>
            <Act item={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function useAttentionText() {
  const { t, i18n } = useTranslation();
  return (item: Attention): string => {
    switch (item.kind) {
      case 'enforcement_unconfirmed': {
        const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
        return t('admin.attention.enforcement_unconfirmed.text', { time: format.format(item.revertsAt) });
      }
      case 'certificate_expired':
      case 'certificate_ending': {
        const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(item.notAfter);
        return t(`admin.attention.${item.kind}.text`, { name: item.connection, date });
      }
      default:
        return t(`admin.attention.${item.kind}.text`, { count: 'count' in item ? item.count : 0 });
    }
  };
}

function Act({ item }: { readonly item: Attention }) {
  const { t } = useTranslation();
  const act = t(`admin.attention.${item.kind}.act`);
  switch (item.kind) {
    case 'no_method':
    case 'enforcement_unconfirmed':
      return <Link to="/admin/methods">{act}</Link>;
    case 'certificate_expired':
    case 'certificate_ending':
      return (
        <Link to="/admin/sso/$connectionId" params={{ connectionId: item.connectionId }}>
          {act}
        </Link>
      );
    case 'access_requests':
      return <Link to="/admin/invitations">{act}</Link>;
    case 'letters_by_hand':
      return (
        <Link to="/admin/mail" search={{ status: 'waiting' }}>
          {act}
        </Link>
      );
    case 'letters_failed':
      return (
        <Link to="/admin/mail" search={{ status: 'failed' }}>
          {act}
        </Link>
      );
    case 'one_administrator':
      return <Link to="/admin/administrators">{act}</Link>;
    case 'no_public_url':
      return <Link to="/admin/settings">{act}</Link>;
  }
}
