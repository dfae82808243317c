import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Heading } from '../../design/heading.tsx';
import { RoomFrame } from '../../design/room-frame.tsx';
import { DeletionSection } from './deletion-section.tsx';
import { EmailSection } from './email-section.tsx';
import { IdentitiesSection } from './identities-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { PreferencesSection } from './preferences-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

const route = getRouteApi('/account');

export function AccountPage() {
  const { t } = useTranslation();
  const outcome = route.useSearch();
  return (
    <RoomFrame>
      {(account) => (
        <>
          <Heading title={t('account.title')} />
          <ProfileSection account={account} />
          <PreferencesSection account={account} />
          <EmailSection account={account} />
          <PasswordSection account={account} />
          <IdentitiesSection timeZone={account.timezone} outcome={outcome} />
          <SessionsSection timeZone={account.timezone} />
          <DeletionSection account={account} />
        </>
      )}
    </RoomFrame>
  );
}
