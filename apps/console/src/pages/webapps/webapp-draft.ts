import { WEBAPP_CODE_PATTERN } from '@latchkey/contract/vocabulary';
import type { WebApp } from './webapps-query.ts';

/** What the form of a WebApp says, as typed. */
export interface WebAppDraft {
  readonly name: string;
  readonly code: string;
  readonly upstream: string;
  readonly icon: string;
  readonly host: string;
  /** One origin a line. */
  readonly frameOrigins: string;
}

export const EMPTY_DRAFT: WebAppDraft = { name: '', code: '', upstream: '', icon: '', host: '', frameOrigins: '' };

type DraftProblem = 'nameMissing' | 'codeWrong' | 'upstreamWrong' | 'hostWrong' | 'originWrong';

export type DraftProblems = Partial<Record<keyof WebAppDraft, DraftProblem>>;

const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i;

export function draftOf(app: WebApp): WebAppDraft {
  const { name, code, upstream, icon, host, frame_origins } = app;
  return { name, code, upstream, icon: icon ?? '', host: host ?? '', frameOrigins: frame_origins.join('\n') };
}

/** What the server would refuse at once. An address that stays as it is, is not judged again. */
export function problemsOf(draft: WebAppDraft, saved: WebAppDraft = EMPTY_DRAFT): DraftProblems {
  const upstream = draft.upstream.trim();
  const isUpstreamKept = upstream !== '' && upstream === saved.upstream;
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' as const }),
    ...(!WEBAPP_CODE_PATTERN.test(draft.code) && { code: 'codeWrong' as const }),
    ...(!isUpstreamKept && !isWebAddress(upstream) && { upstream: 'upstreamWrong' as const }),
    ...(!/^[a-z0-9.-]*$/i.test(draft.host.trim()) && { host: 'hostWrong' as const }),
    ...(!linesOf(draft.frameOrigins).every((line) => ORIGIN.test(line)) && { frameOrigins: 'originWrong' as const }),
  };
}

/** What to send: only what is different, because an address that stays need not be reachable now. */
export function changesOf(draft: WebAppDraft, saved: WebAppDraft) {
  const { name, code, upstream, icon, host, frameOrigins } = draft;
  return {
    ...(name.trim() !== saved.name && { name: name.trim() }),
    ...(code !== saved.code && { code }),
    ...(upstream.trim() !== saved.upstream && { upstream: upstream.trim() }),
    ...(icon.trim() !== saved.icon && { icon: icon.trim() || null }),
    ...(host.trim() !== saved.host && { host: host.trim() || null }),
    ...(frameOrigins !== saved.frameOrigins && { frame_origins: linesOf(frameOrigins) }),
  };
}

/** A code for a name, as far as its letters go: `Team Wiki` → `team-wiki`. */
export function codeFor(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase();
  return plain
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}

function linesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
