import { sep } from 'node:path';
import { HOUSE } from './house.mjs';
import { isInstalled, NODE_24 } from './installation.mjs';
import { runChild } from './run-child.mjs';
import { SetUpError } from './set-up-error.mjs';

const TAKES_LONG_MS = 60_000;

/** Installs what `package-lock.json` lists. npm's own words are shown when it fails or takes more than a minute. */
export async function install() {
  console.error('Installing the dependencies of this folder; this takes about a minute.');
  const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new SetUpError(`${output.trim()}\n\n${explain(output, code)}`);
  if (!isInstalled()) throw new SetUpError(`npm ci left out ${NODE_24}. Is "ignore-scripts" set in your npm settings?`);
}

/** @param {readonly string[]} args */
async function runNpm(args) {
  const [command, ...first] = npmCommand();
  let output = '';
  let shown = false;
  const late = setTimeout(() => {
    shown = true;
    console.error(`Still installing. What npm said so far:\n${output}`);
  }, TAKES_LONG_MS);
  /** @param {string} chunk */
  const take = (chunk) => {
    output += chunk;
    if (shown) process.stderr.write(chunk);
  };
  try {
    const code = await runChild(
      command,
      [...first, ...args],
      // Without our PATH: npm is not to run under the Node that it replaces.
      { cwd: HOUSE, env: process.env, stdio: ['ignore', 'pipe', 'pipe'], shell: command.endsWith('.cmd') },
      (child) => {
        child.stdout?.setEncoding('utf8').on('data', take);
        child.stderr?.setEncoding('utf8').on('data', take);
      },
    );
    return { code, output };
  } finally {
    clearTimeout(late);
  }
}

/**
 * The npm that runs us, under the Node that runs it, else the one on PATH.
 *
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const isOurs = node?.startsWith(`${HOUSE}${sep}node_modules${sep}`);
  if (npm?.endsWith('npm-cli.js') && node && !isOurs) return [node, npm];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH|ENETUNREACH|ENOTCACHED|E40[1347]|E50\d|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)\b/;

/**
 * npm says what went wrong; this says what one does about it.
 *
 * @param {string} output
 * @param {number} code
 */
function explain(output, code) {
  const unreachable = UNREACHABLE.exec(output)?.[1];
  if (code > 128) return 'The installation was stopped; the next start begins it anew.';
  if (unreachable !== undefined) {
    return `npm could not get the packages from its registry (${unreachable}). Check the network, your proxy (HTTPS_PROXY) or your mirror ("npm config get registry"), then run the same command again.`;
  }
  if (output.includes('EUSAGE')) {
    return 'package.json and package-lock.json do not agree. Run "npm install" and look at what it changes.';
  }
  if (output.includes('ENOSPC')) return 'The disk is full: the dependencies need about 600 MB.';
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return `npm may not write in ${HOUSE}.`;
  return 'npm ci failed; its own words are above.';
}
