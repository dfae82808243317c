import type { PageLanguage } from '@latchkey/contract/vocabulary';
import type { FastifyRequest } from 'fastify';

/** The first language of the browser that the pages are written in, else English. */
export function acceptedLanguage({ headers }: Pick<FastifyRequest, 'headers'>): PageLanguage {
  const spoken = /\b(en|zh|ja)\b/i.exec(headers['accept-language'] ?? '')?.[1]?.toLowerCase();
  return spoken === 'zh' ? 'zh-Hans' : spoken === 'ja' ? 'ja-JP' : 'en-US';
}
