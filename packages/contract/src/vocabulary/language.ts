/** The interface languages of Dify's wire with the time zone an account gets when it names none. */
export const LANGUAGE_TIMEZONES = {
  'en-US': 'America/New_York',
  'zh-Hans': 'Asia/Shanghai',
  'zh-Hant': 'Asia/Taipei',
  'pt-BR': 'America/Sao_Paulo',
  'es-ES': 'Europe/Madrid',
  'fr-FR': 'Europe/Paris',
  'de-DE': 'Europe/Berlin',
  'ja-JP': 'Asia/Tokyo',
  'ko-KR': 'Asia/Seoul',
  'ru-RU': 'Europe/Moscow',
  'it-IT': 'Europe/Rome',
  'uk-UA': 'Europe/Kyiv',
  'vi-VN': 'Asia/Ho_Chi_Minh',
  'ro-RO': 'Europe/Bucharest',
  'pl-PL': 'Europe/Warsaw',
  'hi-IN': 'Asia/Kolkata',
  'tr-TR': 'Europe/Istanbul',
  'fa-IR': 'Asia/Tehran',
  'sl-SI': 'Europe/Ljubljana',
  'th-TH': 'Asia/Bangkok',
  'id-ID': 'Asia/Jakarta',
  'ar-TN': 'Africa/Tunis',
  'nl-NL': 'Europe/Amsterdam',
} as const;

export type Language = keyof typeof LANGUAGE_TIMEZONES;

/** The languages the pages are written in. */
export const PAGE_LANGUAGES = ['en-US', 'zh-Hans', 'ja-JP'] as const satisfies readonly Language[];

export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

export function isLanguage(value: string): value is Language {
  return Object.hasOwn(LANGUAGE_TIMEZONES, value);
}
