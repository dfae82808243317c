// Stands in for @napi-rs/keyring in the single executable, which carries the driver inside.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRawAsset } from 'node:sea';
import { KEYRING_ASSET } from './keyring-asset.ts';

type Driver = typeof import('@napi-rs/keyring');

export const { AsyncEntry } = load();

/** The system loads drivers from files only: from a new one that nobody else can have written, and that goes at once. */
function load(): Driver {
  const folder = mkdtempSync(join(tmpdir(), 'difyctl-driver-'));
  const file = join(folder, KEYRING_ASSET);
  const driver = { exports: {} };
  try {
    writeFileSync(file, new Uint8Array(getRawAsset(KEYRING_ASSET)), { mode: 0o700 });
    process.dlopen(driver, file);
    return driver.exports as Driver;
  } finally {
    forget(folder);
  }
}

/** Windows keeps a loaded driver's file; its own cleaning of temporary files takes it. */
function forget(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}
