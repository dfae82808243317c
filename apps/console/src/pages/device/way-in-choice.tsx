import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { LinkButton } from '../../design/link-button.tsx';

/** Nobody is signed in: whoever has an account signs in, anybody else proves to a provider who they are. */
export function WayInChoice({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const initiate = `/openapi/v1/oauth/device/sso-initiate?${new URLSearchParams({ user_code: code })}`;
  return (
    <div className={forms.stack}>
      <Heading title={t('device.choiceTitle')} lead={t('device.choiceLead', { code })} />
      <LinkButton to="/signin" search={{ redirect_url: `/device?user_code=${code}` }} fullWidth>
        {t('device.withAccount')}
      </LinkButton>
      <Button component="a" href={initiate} fullWidth variant="outline">
        {t('device.withProvider')}
      </Button>
      <p>{t('device.withProviderText')}</p>
    </div>
  );
}
