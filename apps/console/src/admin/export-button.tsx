import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../design/act-button.tsx';
import { download } from './download.ts';
import { AdminRefusal } from './refusal.tsx';

interface Props {
  readonly path: `/admin-api/${string}`;
  readonly query: object;
  readonly fileName: string;
}

/** Saves the list that is shown, all pages of it, as a file. */
export function ExportButton({ path, query, fileName }: Props) {
  const { t } = useTranslation();
  const saving = useMutation({ mutationFn: () => download(path, query, fileName) });
  const word = fileName.endsWith('.csv') ? t('admin.frame.exportCsv') : t('admin.frame.exportJsonLines');
  return (
    <>
      {saving.isError ? <AdminRefusal error={saving.error} /> : null}
      <ActButton variant="outline" pending={saving.isPending} onClick={() => saving.mutate()}>
        {word}
      </ActButton>
    </>
  );
}
