import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../design/section.tsx';
import styles from './overview.module.css';
import type { Overview } from './overview-query.ts';

/** What keeps people out, the busiest rule first. */
export function RefusalsByRule({ refusals }: Pick<Overview, 'refusals'>) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const most = Math.max(1, ...refusals.map(({ count }) => count));
  return (
    <Section title={t('admin.overview.rules')} lead={t('admin.overview.rulesLead')}>
      {refusals.length === 0 ? (
        <p>{t('admin.overview.noRefusals')}</p>
      ) : (
        <ul className={styles.rules}>
          {refusals.map(({ rule, count }) => (
            <li key={rule}>
              <span>{t(`admin.rule.${rule}.name`)}</span>
              <meter min={0} max={most} value={count} aria-label={t(`admin.rule.${rule}.name`)} />
              <span className={styles.count}>{number.format(count)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/admin/attempts" search={{ outcome: 'refused' }}>
          {t('admin.overview.toAttempts')}
        </Link>
      </p>
    </Section>
  );
}
