import { useTranslation } from 'react-i18next';
import { Section } from '../../../design/section.tsx';
import styles from './sso.module.css';
import type { Provider, SsoTest } from './sso-query.ts';

interface Props {
  readonly mapped: NonNullable<SsoTest['mapped']>;
  readonly fields: Provider['fields'];
}

/** What each field became, and where it was read. */
export function TestMapping({ mapped, fields }: Props) {
  const { t } = useTranslation();
  const verified = t(`admin.sso.test.${mapped.email_verified ? 'emailVerified' : 'emailUnverified'}`);
  const rows = [
    ['subject', mapped.subject],
    ['email', mapped.email === null ? null : `${mapped.email} (${verified})`],
    ['name', mapped.name],
    ['groups', mapped.groups.length === 0 ? null : mapped.groups.join(', ')],
  ] as const;
  return (
    <Section title={t('admin.sso.test.mapped')}>
      <table className={styles.claims}>
        <thead>
          <tr>
            <th scope="col">{t('admin.sso.test.field')}</th>
            <th scope="col">{t('admin.sso.test.value')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">
                {t(`admin.sso.mapping.${name}`)}
                {fields[name] === null ? null : (
                  <small>
                    {t('admin.sso.test.from')}: <code>{fields[name]}</code>
                  </small>
                )}
              </th>
              <td>{value ?? t('admin.sso.test.nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
