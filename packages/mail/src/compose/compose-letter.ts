import type { PageLanguage } from '@latchkey/contract/vocabulary';
import type { Letter, Letterhead, LetterKind, Told, WrittenLetter } from '@latchkey/core';
import { oneLine } from '../one-line.ts';
import { layOutHtml } from './lay-out-html.ts';
import { layOutText } from './lay-out-text.ts';
import type { Circumstances, LetterText, Words } from './letter-text.ts';
import { enUs } from './words/en-us.ts';
import { jaJp } from './words/ja-jp.ts';
import { zhHans } from './words/zh-hans.ts';

const WORDS: Readonly<Record<PageLanguage, Words>> = { 'en-US': enUs, 'zh-Hans': zhHans, 'ja-JP': jaJp };

/** Writes a letter in its language, or in English where it has none of our words. */
export function composeLetter(letter: Letter, { organisation, publicUrl }: Letterhead): WrittenLetter {
  const language = isPageLanguage(letter.language) ? letter.language : 'en-US';
  const words = WORDS[language];
  const name = oneLine(organisation) || 'Latchkey';
  const text = tell(words, letter, circumstances(letter, language, name));
  const laidOut = {
    ...text,
    language,
    organisation: name,
    addressBeneath: words.addressBeneath,
    footer: words.footer(name, publicUrl),
  };
  return { subject: text.subject, text: layOutText(laidOut), html: layOutHtml(laidOut) };
}

function isPageLanguage(language: string): language is PageLanguage {
  return Object.hasOwn(WORDS, language);
}

function tell<K extends LetterKind>(words: Words, { kind, facts }: Told<K>, about: Circumstances): LetterText {
  const write: Words['letters'][K] = words.letters[kind];
  return write(plain(facts), about);
}

/** What somebody else wrote, such as a name, cannot break out of its line. */
function plain<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, oneLine(String(value))])) as Facts;
}

function circumstances({ createdAt, expiresAt }: Letter, language: string, organisation: string): Circumstances {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const instant = (at: Date): string => `${format.format(at)} UTC`;
  const validSeconds = expiresAt === null ? undefined : (expiresAt.getTime() - createdAt.getTime()) / 1000;
  return {
    organisation,
    at: instant(createdAt),
    validFor: validSeconds === undefined ? undefined : duration(validSeconds, language),
    until: expiresAt === null ? undefined : instant(expiresAt),
  };
}

function duration(seconds: number, language: string): string {
  const minutes = Math.round(seconds / 60);
  const unit = minutes >= 120 ? 'hour' : 'minute';
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(unit === 'hour' ? Math.round(minutes / 60) : minutes);
}
