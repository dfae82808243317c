import { requireSessions } from '../../../bearer/list-sessions.ts';
import { openBearerSession } from '../../../bearer/open-bearer-session.ts';
import { defineCommand } from '../../../command-line/command.ts';
import { Failure } from '../../../failure.ts';
import { chooseRetries, HTTP_RETRY_FLAG } from '../../../http/retries.ts';
import type { Shell } from '../../../shell.ts';
import { table } from '../../../terminal/table.ts';
import { tellDone, withSpinner } from '../../../terminal/with-spinner.ts';

const DEFAULT_LIMIT = 20;
const LARGEST_LIMIT = 200;
const LABEL = 'Fetching devices';

export const devicesList = defineCommand(
  {
    summary: 'List the sessions of your account',
    description:
      'Every sign-in of a terminal is a session on the server, labeled difyctl on <hostname>. The one this context uses is marked.',
    effect: 'read',
    flags: {
      json: { type: 'boolean', description: 'The server’s answer as one line of JSON' },
      page: { type: 'integer', value: 'n', default: 1, description: 'Page number' },
      limit: { type: 'string', value: 'n', description: 'Page size, 1 to 200 (DIFY_LIMIT, defaults.limit, else 20)' },
      'http-retry': HTTP_RETRY_FLAG,
    },
    examples: ['difyctl auth devices list', 'difyctl auth devices list --json --limit 200'],
    agentGuide: 'With --json, has_more says whether there is another page.',
  },
  async (options, shell) => {
    const limit = await chooseLimit(options.limit, shell);
    const { client, context } = await openBearerSession(shell, chooseRetries(options['http-retry'], shell.env));
    const query = { page: Math.max(options.page, 1), limit };
    const answer = await withSpinner(shell, LABEL, () => client.call('GET /openapi/v1/account/sessions', { query }));
    tellDone(shell, LABEL);
    if (options.json) {
      shell.out.write(`${JSON.stringify(answer)}\n`);
      return;
    }
    const rows = requireSessions(answer.data).map((session) => [
      session.device_label || session.id,
      session.created_at,
      session.last_used_at ?? '',
      session.id === context?.stored.tokenId ? '*' : '',
    ]);
    shell.out.write(table([['DEVICE', 'CREATED', 'LAST USED', 'CURRENT'], ...rows]).replace(/ +$/gm, ''));
  },
);

/** The flag, then DIFY_LIMIT, then the setting, then 20. */
async function chooseLimit(flag: string | undefined, { env, settings }: Shell): Promise<number> {
  if (flag !== undefined) return readLimit('--limit', flag);
  const set = env('DIFY_LIMIT');
  if (set !== undefined) return readLimit('DIFY_LIMIT', set);
  const setting = (await settings.read()).get('defaults.limit');
  return setting === undefined ? DEFAULT_LIMIT : readLimit('defaults.limit', String(setting));
}

function readLimit(origin: string, value: string): number {
  if (!/^-?\d{1,9}$/.test(value)) throw new Failure('usage_invalid_flag', `${origin}: "${value}" is not a number`);
  const limit = Number(value);
  if (limit >= 1 && limit <= LARGEST_LIMIT) return limit;
  throw new Failure('usage_invalid_flag', `${origin}: ${limit} out of range [1..${LARGEST_LIMIT}]`);
}
