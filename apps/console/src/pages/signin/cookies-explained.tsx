import { useTranslation } from 'react-i18next';
import type { CookieTrouble } from './cookie-trouble.ts';

/** Why this browser cannot keep the sign-in, and what to do about it. */
export function CookiesExplained({ trouble }: { readonly trouble: CookieTrouble }) {
  const { t } = useTranslation();
  switch (trouble) {
    case 'page_is_http':
      return (
        <>
          <p>{t('signin.cookiesInsecure')}</p>
          <p>{t('signin.cookiesInsecureAdvice')}</p>
          {location.port === '' ? (
            <p>
              <a href={`https://${location.host}${location.pathname}${location.search}`}>{t('signin.openOverHttps')}</a>
            </p>
          ) : null}
        </>
      );
    case 'server_sees_http':
      return (
        <>
          <p>{t('signin.cookiesBehindProxy')}</p>
          <p>{t('signin.cookiesBehindProxyAdvice')}</p>
        </>
      );
    case 'blocked':
      return (
        <>
          <p>{t('signin.cookiesBlocked', { host: location.host })}</p>
          <p>{t('signin.cookiesBlockedAdvice')}</p>
        </>
      );
  }
}
