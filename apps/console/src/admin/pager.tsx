import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './pager.module.css';

interface Props {
  readonly page: number;
  readonly limit: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Where one is in a long list, and the way on. */
export function Pager({ page, limit, total, onPage }: Props) {
  const { t, i18n } = useTranslation();
  const last = Math.max(1, Math.ceil(total / limit));
  const format = new Intl.NumberFormat(i18n.language);
  const from = format.format((page - 1) * limit + 1);
  const to = format.format(Math.min(page * limit, total));
  return (
    <nav className={styles.pager} aria-label={t('admin.frame.pagesOfList')}>
      <span role="status">{t('admin.frame.range', { from, to, total: format.format(total) })}</span>
      {last === 1 ? null : (
        <span className={styles.buttons}>
          <Button variant="outline" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {t('admin.frame.previous')}
          </Button>
          <Button variant="outline" disabled={page >= last} onClick={() => onPage(page + 1)}>
            {t('admin.frame.next')}
          </Button>
        </span>
      )}
    </nav>
  );
}
