import { useTranslation } from 'react-i18next';
import { Tag } from '../../../admin/tag.tsx';
import styles from './methods.module.css';
import type { Policy, Switches } from './policy-query.ts';

const SHOWN = [
  'email_password',
  'email_code',
  'sso',
  'sso_enforced',
  'allow_registration',
  'create_personal_spaces',
] as const;

interface Props {
  readonly draft: Switches;
  readonly policy: Policy;
}

/** What is switched on and off by saving. */
export function ChangedSwitches({ draft, policy }: Props) {
  const { t } = useTranslation();
  const changed = SHOWN.filter((name) => draft[name] !== policy[name]);
  return (
    <ul className={styles.changes}>
      {changed.map((name) => (
        <li key={name}>
          {t(`admin.methods.${name}.title`)}{' '}
          <Tag tone={draft[name] ? 'good' : 'attention'}>
            {t(draft[name] ? 'admin.review.switchedOn' : 'admin.review.switchedOff')}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
