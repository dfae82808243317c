import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pageRange } from './page-range.ts';
import styles from './pager.module.css';

interface Props {
  readonly page: number;
  readonly limit: number;
  readonly total: number;
  readonly has_more: boolean;
  readonly data: readonly unknown[];
  readonly onPage: (page: number) => void;
}

/** Where one is in a long list, and the way on. */
export function Pager({ onPage, ...list }: Props) {
  const { t, i18n } = useTranslation();
  const { page, has_more, data } = list;
  const isFirst = page <= 1;
  return (
    <nav className={styles.pager} aria-label={t('admin.frame.pagesOfList')}>
      <span role="status">{t('admin.frame.range', pageRange(list, i18n.language))}</span>
      {isFirst && !has_more ? null : (
        <span className={styles.buttons}>
          {/* From beyond the end, back to the beginning. */}
          <Button variant="outline" disabled={isFirst} onClick={() => onPage(data.length === 0 ? 1 : page - 1)}>
            {t('admin.frame.previous')}
          </Button>
          <Button variant="outline" disabled={!has_more} onClick={() => onPage(page + 1)}>
            {t('admin.frame.next')}
          </Button>
        </span>
      )}
    </nav>
  );
}
