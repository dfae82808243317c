import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../design/icon.tsx';
import type { Attention } from './attention.ts';
import styles from './overview.module.css';

export function AttentionList({ list }: { readonly list: readonly Attention[] }) {
  const { t } = useTranslation();
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
        <li key={item.kind}>
          <span className={styles.mark}>
            <Icon name="attention" />
          </span>
          <div>
            <p>{t(`admin.attention.${item.kind}.text`, { count: 'count' in item ? item.count : 0 })}</p>
            <Act kind={item.kind} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Act({ kind }: Pick<Attention, 'kind'>) {
  const { t } = useTranslation();
  const act = t(`admin.attention.${kind}.act`);
  switch (kind) {
    case 'no_method':
      return <Link to="/admin/methods">{act}</Link>;
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
