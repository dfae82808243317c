import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from './act-button.tsx';

interface Props {
  readonly query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}

/** The way on in a long list that grows on its page. */
export function MoreRows({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: Props) {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <ActButton variant="outline" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('frame.showMore')}
    </ActButton>
  );
}
