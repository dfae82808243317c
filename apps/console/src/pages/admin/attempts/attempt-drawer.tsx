import { WireError } from '@latchkey/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../admin/loaded.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { Notice } from '../../../design/notice.tsx';
import { AttemptExplained } from './attempt-explained.tsx';
import { attemptQuery } from './attempts-query.ts';

interface Props {
  readonly reference: string;
  readonly onClose: () => void;
}

/** One attempt: which rule decided, what that means, what to do. */
export function AttemptDrawer({ reference, onClose }: Props) {
  const { t } = useTranslation();
  const query = useQuery(attemptQuery(reference));
  const isUnknown = query.error instanceof WireError && query.error.status === 404;
  return (
    <Drawer title={t('admin.attempts.one', { reference })} closeLabel={t('admin.frame.close')} onClose={onClose}>
      {isUnknown ? (
        <Notice tone="attention" title={t('admin.attempts.unknownTitle')} announces={query.error}>
          <p>{t('admin.attempts.unknownText')}</p>
        </Notice>
      ) : (
        <Loaded query={query}>{(attempt) => <AttemptExplained attempt={attempt} />}</Loaded>
      )}
    </Drawer>
  );
}
