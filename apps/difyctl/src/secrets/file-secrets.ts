import { rmSync } from 'node:fs';
import { readIfThere } from '../files/read-if-there.ts';
import { yamlFile } from '../files/yaml-file.ts';
import type { Clock } from '../shell.ts';
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
  readonly clock: Clock;
}

/**
 * Tokens in a sealed file that only its owner may read: for machines without a credential store. Those that the original
 * client wrote since are found too, and sealed by the next write.
 */
export function fileSecrets({ plainPath, sealedPath, keyPath, plain, clock }: Place): SecretStore {
  const sealedPlace = { path: sealedPath, keyPath };
  const plainFile = yamlFile({ path: plainPath, clock, read: readTokens, write: writeTokens, isSecret: true });

  /** Whatever is in plain words is newer. Read before and after, a token that moves meanwhile is seen once at least. */
  async function load(): Promise<Tokens> {
    const before = await plainFile.load();
    const sealed = await openSealedTokens(sealedPlace);
    if (sealed.size > 0) return overlay(sealed, before);
    return overlay(before, await plainFile.load());
  }

  async function changeSealed(change: (tokens: Tokens) => void): Promise<void> {
    await plainFile.change(async (inPlainWords) => {
      const tokens = overlay(await openSealedTokens(sealedPlace), inPlainWords);
      change(tokens);
      await sealTokens(tokens, sealedPlace);
      inPlainWords.clear();
    });
  }

  async function changePlain(change: (tokens: Tokens) => void): Promise<void> {
    const sealed = await plainFile.change(async (tokens) => {
      const copied = readIfThere(sealedPath);
      const older = overlay(await openSealedTokens(sealedPlace), tokens);
      change(older);
      tokens.clear();
      overlay(tokens, older);
      return copied;
    });
    if (sealed === undefined) return;
    await plainFile.change(() => {
      if (readIfThere(sealedPath) === sealed) rmSync(sealedPath, { force: true });
    });
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
