// node tools/with-node.mjs apps/difyctl/build-executable.ts [--node FILE --keyring FILE --platform NAME]
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inject } from 'postject';
import { bundleDifyctl } from './build.ts';
import { KEYRING_ASSET } from './src/executable/keyring-asset.ts';

const FOLDER = fileURLToPath(new URL('dist/executable', import.meta.url));
/** What Node looks for in itself: https://nodejs.org/api/single-executable-applications.html. */
const BLOB = 'NODE_SEA_BLOB';
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

interface Parts {
  /** A node of the version that runs this script, for the machine that is to run the executable. */
  readonly node: string;
  /** The driver of the credential store for the same machine. */
  readonly keyring: string;
  /** Such as `linux-x64`. */
  readonly platform: string;
}

const OWN = `${process.platform}-${process.arch}`;

/**
 * Writes `dist/executable/difyctl-<platform>`: a copy of node with difyctl and its driver inside, that needs nothing
 * installed. Of this machine's kind unless told otherwise; one for macOS must be made on macOS, which alone can sign it.
 */
export async function buildExecutable({ node, keyring, platform }: Parts = ownParts()): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const executable = join(FOLDER, `difyctl-${platform}${platform.startsWith('win32') ? '.exe' : ''}`);
  const blob = await makeBlob(keyring, platform);
  copyFileSync(node, executable);
  chmodSync(executable, 0o755);
  if (platform.startsWith('darwin')) execFileSync('codesign', ['--remove-signature', executable]);
  await inject(executable, BLOB, blob, {
    sentinelFuse: FUSE,
    ...(platform.startsWith('darwin') ? { machoSegmentName: 'NODE_SEA' } : {}),
  });
  if (platform.startsWith('darwin')) execFileSync('codesign', ['--sign', '-', executable]);
  return executable;
}

async function makeBlob(keyring: string, platform: string): Promise<Buffer> {
  const part = (ending: string) => join(FOLDER, `${platform}.${ending}`);
  const [main, output, config] = [part('cjs'), part('blob'), part('json')] as const;
  writeFileSync(main, await bundleDifyctl({ embedded: true }));
  const wish = {
    main,
    output,
    disableExperimentalSEAWarning: true,
    useCodeCache: platform === OWN,
    assets: { [KEYRING_ASSET]: keyring },
  };
  writeFileSync(config, JSON.stringify(wish));
  execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  const made = readFileSync(output);
  for (const file of [main, output, config]) rmSync(file);
  return made;
}

function ownParts(): Parts {
  return { node: process.execPath, keyring: ownKeyring(), platform: OWN };
}

/** npm installed the driver of this machine beside the package that chooses among them. */
function ownKeyring(): string {
  const scope = dirname(dirname(createRequire(import.meta.url).resolve('@napi-rs/keyring')));
  const [file] = readdirSync(scope)
    .filter((name) => name.startsWith(`keyring-${OWN}`))
    .flatMap((name) => readdirSync(join(scope, name)).map((file) => join(scope, name, file)))
    .filter((file) => file.endsWith('.node'));
  if (file === undefined) throw new Error(`@napi-rs/keyring has no driver for ${OWN} in ${scope}`);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { node: text, keyring: text, platform: text } });
  console.log(await buildExecutable({ ...ownParts(), ...values }));
}
