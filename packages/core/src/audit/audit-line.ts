import { canonicalText } from './canonical-text.ts';
import type { ChainedEntry } from './chained-entry.ts';

/**
 * A line of an export: the canonical text with the hash as its last member. Anybody can take the hash again:
 * `jq -cj 'del(.hash)' | sha256sum`.
 */
export function auditLine(chained: ChainedEntry): string {
  return `${canonicalText(chained).slice(0, -1)},"hash":"${chained.hash}"}`;
}

/** A line as far as the chain is concerned. */
export interface ReadLine {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
  /** What the hash must be taken over: every byte of the line but the hash itself. */
  readonly text: string;
}

const LINE =
  /^(?<text>\{"v":\d+,"seq":(?<seq>\d{1,15}),.*"previous_hash":"(?<previous>[\da-f]{64})"),"hash":"(?<hash>[\da-f]{64})"\}$/s;

/** `undefined` when it is not a line of an export. */
export function readAuditLine(line: string): ReadLine | undefined {
  const { text, seq, previous, hash } = LINE.exec(line)?.groups ?? {};
  if (text === undefined || previous === undefined || hash === undefined) return undefined;
  return { seq: Number(seq), previousHash: previous, hash, text: `${text}}` };
}
