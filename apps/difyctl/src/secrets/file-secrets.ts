import { rmSync } from 'node:fs';
import { readIfThere } from '../files/read-if-there.ts';
import { yamlFile } from '../files/yaml-file.ts';
import { openSealedTokens, sealTokens } from './sealed-tokens.ts';
import type { SecretStore } from './secret-store.ts';
import { overlay, readTokens, type Tokens, writeTokens } from './tokens.ts';

interface Place {
  /** `tokens.yml`, where the original client keeps its tokens in plain words. */
  readonly plainPath: string;
  readonly sealedPath: string;
  readonly keyPath: string;
  /** Tokens are written in plain words, to share them with the original client. */
  readonly plain: boolean;
}

/**
 * Tokens in a sealed file that only its owner may read: for machines without a credential store. Those that the original
 * client wrote since are found too, and sealed by the next write.
 */
export function fileSecrets({ plainPath, sealedPath, keyPath, plain }: Place): SecretStore {
  const sealedPlace = { path: sealedPath, keyPath };
  const plainFile = yamlFile({ path: plainPath, read: readTokens, write: writeTokens, isSecret: true });

  /** Whatever is in plain words is newer. Read before and after, a token that moves meanwhile is seen once at least. */
  async function load(): Promise<Tokens> {
    const before = await plainFile.load();
    const sealed = await openSealedTokens(sealedPlace);
    if (sealed.size > 0) return overlay(sealed, before);
    return overlay(before, await plainFile.load());
  }

  /**
   * What lies in plain words is moved before anything changes: it counts as newer, so a crash between the two files must
   * find the same tokens in both.
   */
  async function changeSealed(change: (tokens: Tokens) => void): Promise<void> {
    const step = () =>
      plainFile.change(async (inPlainWords) => {
        const moves = inPlainWords.size > 0;
        const tokens = overlay(await openSealedTokens(sealedPlace), inPlainWords);
        if (!moves) change(tokens);
        await sealTokens(tokens, sealedPlace);
        inPlainWords.clear();
        return moves;
      });
    while (await step());
  }

  /** The same the other way round: copied, then no longer sealed, then changed. */
  async function changePlain(change: (tokens: Tokens) => void): Promise<void> {
    const step = () =>
      plainFile.change(async (tokens) => {
        const sealed = readIfThere(sealedPath);
        if (sealed === undefined) change(tokens);
        else
          for (const [host, ofHost] of overlay(await openSealedTokens(sealedPlace), tokens)) tokens.set(host, ofHost);
        return sealed;
      });
    for (let copied = await step(); copied !== undefined; copied = await step()) {
      await plainFile.change(() => {
        if (readIfThere(sealedPath) === copied) rmSync(sealedPath);
      });
    }
  }

  const change = plain ? changePlain : changeSealed;
  return {
    async read(host, email) {
      return (await load()).get(host)?.get(email);
    },
    write: (host, email, token) =>
      change((tokens) => {
        tokens.set(host, new Map(tokens.get(host)).set(email, token));
      }),
    remove: (host, email) =>
      change((tokens) => {
        const left = tokens.get(host);
        left?.delete(email);
        if (left?.size === 0) tokens.delete(host);
      }),
  };
}
