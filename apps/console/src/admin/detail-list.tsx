import { useTranslation } from 'react-i18next';
import { changesIn } from './changes-in.ts';
import styles from './detail-list.module.css';

interface Props {
  readonly details: Readonly<Record<string, unknown>>;
}

/** What else was written down: settings before and after, then everything else. */
export function DetailList({ details }: Props) {
  const { t } = useTranslation();
  const { changes, rest } = changesIn(details);
  return (
    <>
      {changes.length === 0 ? null : (
        <table className={styles.changes}>
          <caption>{t('admin.audit.changes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.audit.setting')}</th>
              <th scope="col">{t('admin.audit.before')}</th>
              <th scope="col">{t('admin.audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest.length === 0 ? null : (
        <dl className={styles.rest}>
          {rest.map(([name, value]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
