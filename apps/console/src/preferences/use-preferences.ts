import { PAGE_LANGUAGES, type PageLanguage, type Theme } from '@latchkey/contract/vocabulary';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../session/client.ts';
import { profileQuery } from '../session/profile.ts';
import { chooseLanguage } from './language.ts';

/** The language and theme of the pages; a choice holds at once, and in the account of whoever is signed in. */
export function usePreferences() {
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const theme: Theme = useComputedColorScheme('light');
  const queryClient = useQueryClient();
  const account = useQuery({ ...profileQuery, enabled: false }).data;

  const saving = useMutation({
    mutationFn: (choice: { language: PageLanguage } | { theme: Theme }) =>
      'language' in choice
        ? client.call('POST /console/api/account/interface-language', { body: { interface_language: choice.language } })
        : client.call('POST /console/api/account/interface-theme', { body: { interface_theme: choice.theme } }),
    onSuccess: (saved) => queryClient.setQueryData(profileQuery.queryKey, saved),
  });

  return {
    language: PAGE_LANGUAGES.find((language) => language === i18n.language) ?? 'en-US',
    theme,
    saving,
    async setLanguage(language: PageLanguage) {
      await chooseLanguage(language);
      if (account) saving.mutate({ language });
    },
    setTheme(chosen: Theme) {
      setColorScheme(chosen);
      if (account) saving.mutate({ theme: chosen });
    },
  };
}
