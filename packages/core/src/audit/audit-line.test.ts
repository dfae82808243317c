import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAuditEntry } from '../testing/an-audit-entry.ts';
import { anId } from '../testing/an-id.ts';
import { auditLine, readAuditLine } from './audit-line.ts';
import { canonicalText } from './canonical-text.ts';
import { FIRST_PREVIOUS_HASH } from './chained-entry.ts';

const HASH = 'c0ffee'.padEnd(64, '0');

function chained(differences: Parameters<typeof anAuditEntry>[0] = {}) {
  return { seq: 7, entry: anAuditEntry(differences), previousHash: FIRST_PREVIOUS_HASH, hash: HASH };
}

describe('the text that an entry is hashed over', () => {
  // Exports of years ago must still verify: this text never changes for entries of version 1.
  test('is the same for ever', () => {
    const administrator = { actor: 'administrator', details: { b: [1, null], a: { c: 'é"\u007f' } } } as const;
    expect(canonicalText(chained({ ...administrator, subjectId: anId(2), workspaceId: anId(3) }))).toBe(
      '{"v":1,"seq":7,"at":"2026-11-20T12:00:00.000Z","action":"console.signed_in",' +
        '"actor":{"kind":"administrator","id":"0199a000-0000-7000-8000-000000000001"},' +
        '"subject_id":"0199a000-0000-7000-8000-000000000002","workspace_id":"0199a000-0000-7000-8000-000000000003",' +
        '"ip":"192.0.2.1","user_agent":"Mozilla/5.0 (X11; Linux x86_64)","reference":"REF-1",' +
        `"details":{"b":[1,null],"a":{"c":"é\\"\\u007f"}},"previous_hash":"${FIRST_PREVIOUS_HASH}"}`,
    );
  });

  test('names nobody where nobody was signed in', () => {
    const text = canonicalText(chained({ actorId: null }));
    expect(text).toContain('"actor":{"kind":"nobody","id":null},"subject_id":null,"workspace_id":null');
  });

  test('differs when any part of the entry does', () => {
    const others = [
      { ...chained(), seq: 8 },
      { ...chained(), previousHash: HASH },
      chained({ at: new Date('2026-11-20T12:00:00.001Z') }),
      chained({ action: 'console.signed_out' }),
      chained({ actorId: null }),
      chained({ actor: 'api_key' }),
      chained({ subjectId: anId(2) }),
      chained({ workspaceId: anId(2) }),
      chained({ details: { label: '' } }),
      ...(['ip', 'userAgent', 'reference'] as const).map((part) =>
        chained({ origin: { ...anAuditEntry().origin, [part]: 'other' } }),
      ),
    ];
    expect(new Set([chained(), ...others].map(canonicalText)).size).toBe(others.length + 1);
  });
});

describe('a line of an export', () => {
  test('holds number, hashes and text, whatever the entry says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.nat(), (value, userAgent, seq) => {
        const details = JSON.parse(JSON.stringify({ value }));
        const entry = { ...chained({ details, origin: { ...anAuditEntry().origin, userAgent } }), seq };
        expect(readAuditLine(auditLine(entry))).toEqual({
          seq,
          previousHash: FIRST_PREVIOUS_HASH,
          hash: HASH,
          text: canonicalText(entry),
        });
      }),
    );
  });

  test('is JSON of one line, with the hash as its last member', () => {
    const line = auditLine(chained({ details: { label: 'two\nlines\u2028\r' } }));
    expect(line).not.toContain('\n');
    expect(Object.keys(JSON.parse(line)).at(-1)).toBe('hash');
    expect(JSON.parse(line).details).toEqual({ label: 'two\nlines\u2028\r' });
    expect(readAuditLine(line)?.seq).toBe(7);
  });

  // What `jq -cj 'del(.hash)'` does.
  test('gives the hashed text again when its JSON is written without the hash', () => {
    const details = { label: 'é "quoted" \\ / \u0001 \u007f \u2028 😀', nested: { list: [1, 2.5, null] } };
    const { hash, ...rest } = JSON.parse(auditLine(chained({ details })));
    expect(hash).toBe(HASH);
    expect(JSON.stringify(rest).replaceAll('\u007f', '\\u007f')).toBe(canonicalText(chained({ details })));
  });

  test('is not taken for one when anything stands before, between or behind', () => {
    const line = auditLine(chained());
    const lines = [
      '',
      '{}',
      ` ${line}`,
      `${line} `,
      line.replace(',"hash"', ', "hash"'),
      line.replace('"seq":7', '"seq":-7'),
    ];
    for (const other of lines) expect(readAuditLine(other)).toBeUndefined();
  });

  test('takes the hashes from its end, not from what somebody wrote into the details', () => {
    const details = { label: `","previous_hash":"${HASH}","hash":"${HASH}"}` };
    expect(readAuditLine(auditLine(chained({ details })))?.previousHash).toBe(FIRST_PREVIOUS_HASH);
  });
});
