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

// One file per part and language, loaded when it is spoken.
const LOCALES = {
  entrance: {
    'en-US': async () => (await import('../locales/en-US.ts')).enUS,
    'zh-Hans': async () => (await import('../locales/zh-Hans.ts')).zhHans,
    'ja-JP': async () => (await import('../locales/ja-JP.ts')).jaJP,
  },
  doors: {
    'en-US': async () => (await import('../locales/doors/en-US.ts')).enUSDoors,
    'zh-Hans': async () => (await import('../locales/doors/zh-Hans.ts')).zhHansDoors,
    'ja-JP': async () => (await import('../locales/doors/ja-JP.ts')).jaJPDoors,
  },
  rooms: {
    'en-US': async () => (await import('../locales/rooms/en-US.ts')).enUSRooms,
    'zh-Hans': async () => (await import('../locales/rooms/zh-Hans.ts')).zhHansRooms,
    'ja-JP': async () => (await import('../locales/rooms/ja-JP.ts')).jaJPRooms,
  },
  webapps: {
    'en-US': async () => (await import('../locales/webapps/en-US.ts')).enUSWebApps,
    'zh-Hans': async () => (await import('../locales/webapps/zh-Hans.ts')).zhHansWebApps,
    'ja-JP': async () => (await import('../locales/webapps/ja-JP.ts')).jaJPWebApps,
  },
  admin: {
    'en-US': async () => (await import('../locales/admin.en-US.ts')).enUSAdmin,
    'zh-Hans': async () => (await import('../locales/admin.zh-Hans.ts')).zhHansAdmin,
    'ja-JP': async () => (await import('../locales/admin.ja-JP.ts')).jaJPAdmin,
  },
} as const satisfies Record<string, Readonly<Record<PageLanguage, () => Promise<object>>>>;

/** A part of the words that is loaded together. */
export type Part = keyof typeof LOCALES;

const loaded = new Set<string>();
const wanted = new Set<Part>(['entrance']);

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
  await Promise.all([...wanted].map((part) => load(part, language)));
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Has the words of a part at hand, in the language spoken now and in every one chosen later. */
export async function loadWords(part: Part): Promise<void> {
  wanted.add(part);
  await load(part, pageLanguage([i18n.language]));
}

async function load(part: Part, language: PageLanguage): Promise<void> {
  const key = `${part} ${language}`;
  if (loaded.has(key)) return;
  i18n.addResourceBundle(language, 'translation', await LOCALES[part][language](), true);
  loaded.add(key);
}

/** Speaks a language and keeps to it on the next visit. */
export async function chooseLanguage(language: PageLanguage): Promise<void> {
  remember(REMEMBERED_AS, language);
  await speak(language);
}
