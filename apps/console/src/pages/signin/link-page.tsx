import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import { profileQuery } from '../../session/profile.ts';
import { LinkAnswer } from './link-answer.tsx';
import { LinkProof } from './link-proof.tsx';
import { pendingLinkQuery } from './pending-link.ts';

const route = getRouteApi('/signin/link');

/** A provider knows somebody whom it alone cannot make the owner of an account: they prove it, then say yes or no. */
export function LinkPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const account = useSuspenseQuery(profileQuery).data;
  const { data: link } = useQuery({ ...pendingLinkQuery(account?.id), throwOnError: true });
  const [isDeclined, setDeclined] = useState(false);

  if (link === undefined) {
    return (
      <EntranceFrame>
        <Skeletons label={t('frame.loading')} />
      </EntranceFrame>
    );
  }
  if (link === null || isDeclined) {
    return (
      <EntranceFrame>
        <Outcome
          tone="waiting"
          title={t(isDeclined ? 'link.declinedTitle' : 'link.noneTitle')}
          actions={
            <LinkButton to="/signin" search={search}>
              {t('newPassword.signIn')}
            </LinkButton>
          }
        >
          <p>{t(isDeclined ? 'link.declinedText' : 'link.noneText')}</p>
        </Outcome>
      </EntranceFrame>
    );
  }
  const step = { link, redirectUrl: search.redirect_url, onDeclined: () => setDeclined(true) };
  return (
    <EntranceFrame>
      {link.account === null ? <LinkProof {...step} /> : <LinkAnswer {...step} account={link.account} />}
    </EntranceFrame>
  );
}
