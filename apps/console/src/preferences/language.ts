import type { PageLanguage } from '@latchkey/contract/vocabulary';
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../locales/en-US.ts';
import { pageLanguage } from './page-language.ts';
import { recall, remember } from './remembered.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Locale };
  }
}

export const LANGUAGE_NAMES: Readonly<Record<PageLanguage, string>> = {
  'en-US': 'English',
  'zh-Hans': '简体中文',
  'ja-JP': '日本語',
};

const REMEMBERED_AS = 'latchkey:language';

// One file per language, loaded when it is spoken.
const LOCALES: Readonly<Record<PageLanguage, () => Promise<Locale>>> = {
  'en-US': async () => (await import('../locales/en-US.ts')).enUS,
  'zh-Hans': async () => (await import('../locales/zh-Hans.ts')).zhHans,
  'ja-JP': async () => (await import('../locales/ja-JP.ts')).jaJP,
};

export const i18n = createInstance({
  initAsync: false,
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false },
});

/** Speaks the language that this browser chose last, else the one it asks for. */
export async function startSpeaking(): Promise<void> {
  await i18n.use(initReactI18next).init();
  const chosen = recall(REMEMBERED_AS);
  await speak(pageLanguage(chosen === null ? navigator.languages : [chosen]));
}

async function speak(language: PageLanguage): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    i18n.addResourceBundle(language, 'translation', await LOCALES[language]());
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Speaks a language and keeps to it on the next visit. */
export async function chooseLanguage(language: PageLanguage): Promise<void> {
  remember(REMEMBERED_AS, language);
  await speak(language);
}
