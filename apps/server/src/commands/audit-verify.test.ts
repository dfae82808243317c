import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditLine, canonicalText, FIRST_PREVIOUS_HASH } from '@latchkey/core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { verifyAudit } from './audit-verify.ts';

const WHOLE = chain(1, 5);

describe('latchkey audit verify', () => {
  test('finds an export intact, and says from where to where', async () => {
    const { code, out } = await verify(WHOLE);

    expect(code).toBe(0);
    expect(out).toContain('5 entries, 1 to 5, unchanged and without a gap.');
    expect(out).toContain('The chain is whole from its beginning.');
    expect(out).toContain(`Hash of the last entry: ${WHOLE.at(-1)?.slice(-66, -2)}`);
  });

  test('takes the hash before the first entry as given when older ones are no longer kept', async () => {
    const { code, out } = await verify(WHOLE.slice(2));

    expect(code).toBe(0);
    expect(out).toContain('The chain starts at entry 3');
  });

  test('reads a file whether or not a line feed ends it, and one that was saved with Windows line ends', async () => {
    expect((await verify([...WHOLE, ''])).code).toBe(0);
    expect((await verify([...WHOLE.map((line) => `${line}\r`), ''])).code).toBe(0);
  });

  test('is not misled by characters that some programs take for the end of a line', async () => {
    expect((await verify(chain(1, 2, 'one\u2028two\u2029three\u0085four'))).code).toBe(0);
  });

  test('notices that an entry was changed', async () => {
    const changed = WHOLE.map((line, index) => (index === 2 ? line.replace('192.0.2.3', '192.0.2.9') : line));

    const { code, err } = await verify(changed);

    expect(code).toBe(1);
    expect(err).toContain('Line 3 (entry 3) was changed after it was written');
  });

  test('notices that an entry was changed and hashed anew', async () => {
    const changed = WHOLE.map((line, index) => (index === 2 ? rehashed(line.replace('192.0.2.3', '192.0.2.9')) : line));

    const { code, err } = await verify(changed);

    expect(code).toBe(1);
    expect(err).toContain('Line 4 (entry 4) does not continue entry 3');
  });

  test('notices that an entry was taken out, doubled or moved', async () => {
    const [first = '', second = '', third = ''] = WHOLE;

    expect((await verify([first, third])).err).toContain(
      'Line 2 (entry 3) follows entry 1: what lies between is missing',
    );
    expect((await verify([first, first])).err).toContain('Line 2 (entry 1) stands after entry 1');
    expect((await verify([second, first])).err).toContain('Line 2 (entry 1) stands after entry 2');
  });

  test('notices that a forged beginning was put before an entry', async () => {
    const forged = rehashed((WHOLE[0] ?? '').replace(FIRST_PREVIOUS_HASH, 'f'.repeat(64)));

    expect((await verify([forged])).err).toContain('Line 1 (entry 1) names an entry before it');
  });

  test('notices a line that is none of an export', async () => {
    expect((await verify([...WHOLE, 'hello'])).err).toContain('Line 6 is not an entry of an export');
    expect((await verify([...WHOLE, '', ''])).err).toContain('Line 6 is not an entry of an export');
  });

  test('checks each entry of a filtered export by itself, and says that it can do no more', async () => {
    const filtered = [WHOLE[0] ?? '', WHOLE[3] ?? '', WHOLE[4] ?? ''];

    const { code, out } = await verify(filtered, '--filtered');

    expect(code).toBe(0);
    expect(out).toContain('3 entries, each of them as it was written.');
    expect(out).toContain('nothing can be said about entries that are missing');
  });

  test('notices a changed entry and neighbours that do not fit in a filtered export too', async () => {
    const changed = (WHOLE[3] ?? '').replace('192.0.2.4', '192.0.2.9');

    expect((await verify([WHOLE[0] ?? '', changed], '--filtered')).code).toBe(1);
    expect((await verify([WHOLE[0] ?? '', rehashed(changed), WHOLE[4] ?? ''], '--filtered')).code).toBe(1);
  });

  test('says that an empty export has nothing to verify', async () => {
    expect(await verify([])).toMatchObject({ code: 0, out: 'Nothing to verify: the export has no entries.' });
  });

  test('explains itself when it is called in a wrong way or cannot read the file', async () => {
    for (const args of [[], ['verify'], ['one'], ['verify', 'one', 'two'], ['verify', '--unknown', 'one']]) {
      const { code, err } = await run(args);
      expect([code, err]).toEqual([2, expect.stringContaining('Usage: latchkey audit verify')]);
    }
    expect(await run(['verify', '/nowhere/audit.jsonl'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read'),
    });
  });
});

function chain(from: number, to: number, label = ''): string[] {
  let previousHash = FIRST_PREVIOUS_HASH;
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index;
    const origin = { ip: `192.0.2.${seq}`, userAgent: 'Mozilla/5.0', reference: `REF-${seq}` };
    const entry = {
      at: new Date(seq),
      action: 'console.signed_in' as const,
      actorId: null,
      origin,
      details: { label },
    };
    const hash = sha256(canonicalText({ seq, entry, previousHash }));
    const line = auditLine({ seq, entry, previousHash, hash });
    previousHash = hash;
    return line;
  });
}

function rehashed(line: string): string {
  const text = `${line.slice(0, line.lastIndexOf(',"hash"'))}}`;
  return `${text.slice(0, -1)},"hash":"${sha256(text)}"}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function verify(lines: readonly string[], ...flags: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'audit.jsonl');
  writeFileSync(file, lines.join('\n'));
  return run(['verify', ...flags, file]);
}

async function run(args: readonly string[]) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = await verifyAudit(args);
  const [out, err] = [log, error].map(({ mock }) => mock.calls.flat().join('\n'));
  log.mockRestore();
  error.mockRestore();
  return { code, out, err };
}
