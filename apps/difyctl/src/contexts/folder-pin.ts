import { dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { WrongShape } from '../files/wrong-shape.ts';
import { parseYaml } from '../files/yaml.ts';
import type { Shell } from '../shell.ts';
import type { Context } from './context.ts';
import { sameHost } from './same-host.ts';

const FILE = '.difyctl.yml';

/** What a folder says about who may act in it and in the folders below. */
interface Pin {
  readonly path: string;
  readonly host: string;
  /** Mail address or account id; any account of the host where it is missing. */
  readonly account: string | undefined;
}

type Acting = Pick<Context, 'host'> & Partial<Pick<Context, 'email' | 'stored'>>;

/**
 * Refuses to act as anybody but whom the folder is pinned to. It switches nothing: a folder that comes from elsewhere must
 * not choose among a person's accounts.
 *
 * @throws {Failure} `config_invalid_value`
 */
export async function assertPinned(acting: Acting, { machine }: Pick<Shell, 'machine'>): Promise<void> {
  const pin = await findPin(machine.folder);
  if (pin === undefined || matches(pin, acting)) return;
  const wanted = pin.account === undefined ? pin.host : `${pin.account} on ${pin.host}`;
  const found = acting.email === undefined ? acting.host : `${acting.email} on ${acting.host}`;
  throw new Failure('config_invalid_value', `${pin.path} pins this folder to ${wanted}, but you act as ${found}`, {
    hint: `run 'difyctl use host --domain ${pin.host}'${pin.account?.includes('@') ? ` and 'difyctl use account --email ${pin.account}'` : ''}`,
  });
}

function matches({ host, account }: Pin, acting: Acting): boolean {
  if (!sameHost(host, acting.host)) return false;
  return account === undefined || account === acting.email || account === acting.stored?.account.id;
}

/** The nearest one, from a folder upwards. */
async function findPin(folder: string): Promise<Pin | undefined> {
  const path = join(folder, FILE);
  const source = readIfThere(path);
  if (source !== undefined) return readPin(path, source);
  const above = dirname(folder);
  return above === folder ? undefined : findPin(above);
}

/** A mistake must not undo the pin, so whatever is not understood is refused. */
async function readPin(path: string, source: string): Promise<Pin> {
  const content = await parseYaml(source, { path, isSecret: false });
  try {
    if (typeof content !== 'object' || content === null || Array.isArray(content)) throw new WrongShape('no mapping');
    const { host, account, ...unknown } = content as Record<string, unknown>;
    const [surplus] = Object.keys(unknown);
    if (surplus !== undefined) throw new WrongShape(`unknown key "${surplus}"`);
    if (typeof host !== 'string') throw new WrongShape('host is missing');
    if (account !== undefined && typeof account !== 'string') throw new WrongShape('account must be text');
    return { path, host, account };
  } catch (cause) {
    if (!(cause instanceof WrongShape)) throw cause;
    throw new Failure('config_invalid_value', `${path}: ${cause.message}`, {
      hint: 'it holds host, and account if only one may act here',
      cause,
    });
  }
}
