import { useTranslation } from 'react-i18next';
import { Time } from '../../design/time.tsx';
import styles from './invitation.module.css';
import type { Invitation } from './invitation-query.ts';

/** Who invites whom to what, and until when. */
export function InvitationFacts({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('invitation.from')}</dt>
        <dd>{invitation.inviter}</dd>
      </div>
      <div>
        <dt>{t('invitation.for')}</dt>
        <dd>{invitation.email}</dd>
      </div>
      <div>
        <dt>{t('invitation.as')}</dt>
        <dd>{t(`role.${invitation.role}`)}</dd>
      </div>
      <div>
        <dt>{t('invitation.expires')}</dt>
        <dd>
          <Time at={new Date(invitation.expires_at)} />
        </dd>
      </div>
    </dl>
  );
}
