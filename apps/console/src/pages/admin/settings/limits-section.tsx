import { LIMIT_NAMES } from '@latchkey/contract/vocabulary';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DurationField } from '../../../admin/duration-field.tsx';
import { oneOf } from '../../../admin/filters.ts';
import { Section } from '../../../design/section.tsx';
import styles from './settings.module.css';
import type { LimitDraft } from './settings-draft.ts';
import type { SettingsSectionProps } from './settings-form.tsx';

/** How often something may be tried before the server asks to wait. */
export function LimitsSection({ draft, fixed, problem, onChange }: SettingsSectionProps) {
  const { t } = useTranslation();
  const newer = Object.keys(draft.limits).filter((name) => oneOf(LIMIT_NAMES, name) === undefined);
  const names = [...LIMIT_NAMES.filter((name) => draft.limits[name] !== undefined), ...newer];
  return (
    <Section title={t('admin.settings.limits')} lead={t('admin.settings.limitsLead')}>
      <table className={styles.limits}>
        <thead>
          <tr>
            <th scope="col">{t('admin.settings.limit')}</th>
            <th scope="col">{t('admin.settings.max')}</th>
            <th scope="col">{t('admin.settings.window')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <LimitRow
              key={name}
              name={name}
              limit={draft.limits[name]}
              isFixed={fixed.includes(`limits.${name}`)}
              problem={problem(`limits.${name}`)}
              onChange={(limit) => onChange({ limits: { ...draft.limits, [name]: limit } })}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface RowProps {
  readonly name: string;
  readonly limit: LimitDraft | undefined;
  readonly isFixed: boolean;
  readonly problem: string | undefined;
  readonly onChange: (limit: LimitDraft) => void;
}

function LimitRow({ name, limit, isFixed, problem, onChange }: RowProps) {
  const { t } = useTranslation();
  if (limit === undefined) return null;
  const known = oneOf(LIMIT_NAMES, name);
  const words = known === undefined ? name : t(`admin.limit.${known}`);
  return (
    <tr>
      <th scope="row">
        {words}
        {isFixed ? <small>{t('admin.settings.fixed')}</small> : null}
      </th>
      <td>
        <TextInput
          className={styles.max}
          aria-label={t('admin.settings.maxOf', { limit: words })}
          inputMode="numeric"
          value={limit.max}
          disabled={isFixed}
          error={problem}
          onChange={(event) => onChange({ ...limit, max: event.currentTarget.value })}
        />
      </td>
      <td>
        <div className={styles.window}>
          <DurationField
            label={t('admin.settings.windowOf', { limit: words })}
            isBare
            value={limit.window}
            disabled={isFixed}
            onChange={(window) => onChange({ ...limit, window })}
          />
        </div>
      </td>
    </tr>
  );
}
