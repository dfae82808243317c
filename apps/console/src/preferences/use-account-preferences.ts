import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { profileQuery } from '../session/profile.ts';
import { chooseLanguage } from './language.ts';
import { pageLanguage } from './page-language.ts';

/** Shows the pages in the language and theme of whoever is signed in. */
export function useAccountPreferences(): void {
  const { setColorScheme } = useMantineColorScheme();
  const account = useQuery({ ...profileQuery, enabled: false }).data;
  const language = account?.interface_language;
  const theme = account?.interface_theme;

  useEffect(() => {
    if (language !== undefined) void chooseLanguage(pageLanguage([language]));
  }, [language]);

  useEffect(() => {
    if (theme === 'light' || theme === 'dark') setColorScheme(theme);
  }, [theme, setColorScheme]);
}
