import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { pageMeta } from '../../session/page-meta.ts';
import { cookieTrouble } from './cookie-trouble.ts';
import { CookiesExplained } from './cookies-explained.tsx';

const route = getRouteApi('/signin/cookies');

/** The server signed the person in, and the browser kept nothing of it. */
export function CookiesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const again = (
    <LinkButton to="/signin" search={search}>
      {t('signin.again')}
    </LinkButton>
  );
  return (
    <EntranceFrame>
      <Outcome tone="attention" title={t('signin.cookiesTitle')} actions={again}>
        <CookiesExplained trouble={cookieTrouble(location.protocol, pageMeta('scheme'))} />
      </Outcome>
    </EntranceFrame>
  );
}
