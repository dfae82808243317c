import { useTranslation } from 'react-i18next';
import { claimText } from './claim-text.ts';
import styles from './sso.module.css';

/** What a provider said about a person, as it said it. */
export function ClaimsTable({ claims }: { readonly claims: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  return (
    <table className={styles.claims}>
      <thead>
        <tr>
          <th scope="col">{t('admin.sso.test.field')}</th>
          <th scope="col">{t('admin.sso.test.value')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(claims).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{claimText(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
