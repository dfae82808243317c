import { PAGE_LANGUAGES, THEMES } from '@latchkey/contract/vocabulary';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Saved } from '../../design/saved.tsx';
import { Section } from '../../design/section.tsx';
import { LANGUAGE_NAMES } from '../../preferences/language.ts';
import { pageLanguage } from '../../preferences/page-language.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { client } from '../../session/client.ts';
import { type Account, profileQuery } from '../../session/profile.ts';
import styles from './account.module.css';
import { timeZones } from './time-zones.ts';

export function PreferencesSection({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { language, theme, saving, setLanguage, setTheme } = usePreferences();
  const zones = useMemo(() => timeZones(account.timezone), [account.timezone]);

  const moving = useMutation({
    mutationFn: (timezone: string) => client.call('POST /console/api/account/timezone', { body: { timezone } }),
    onSuccess: (saved) => queryClient.setQueryData(profileQuery.queryKey, saved),
  });
  const failed = [saving, moving].find(({ isError }) => isError);

  return (
    <Section title={t('account.preferences')}>
      {failed === undefined ? null : <RefusalNotice error={failed.error} />}
      <div className={styles.form}>
        <NativeSelect
          label={t('account.language')}
          value={language}
          data={PAGE_LANGUAGES.map((tag) => ({ value: tag, label: LANGUAGE_NAMES[tag] }))}
          onChange={(event) => void setLanguage(pageLanguage([event.currentTarget.value]))}
        />
        <NativeSelect
          label={t('account.theme')}
          value={theme}
          data={THEMES.map((value) => ({ value, label: t(`account.${value}`) }))}
          onChange={(event) => setTheme(event.currentTarget.value === 'dark' ? 'dark' : 'light')}
        />
        <NativeSelect
          label={t('account.timezone')}
          description={t('account.timezoneHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={moving.isPending ? moving.variables : account.timezone}
          data={zones}
          onChange={(event) => moving.mutate(event.currentTarget.value)}
        />
        <Saved when={saving.isSuccess || moving.isSuccess} />
      </div>
    </Section>
  );
}
