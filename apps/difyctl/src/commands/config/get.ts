import { defineCommand } from '../../command-line/command.ts';
import { readSettingKey, SETTING_KEYS } from '../../config/settings.ts';

export const configGet = defineCommand(
  {
    summary: 'Print one setting',
    description: 'A blank line when it is not set.',
    effect: 'read',
    args: [{ name: 'key', required: true, description: SETTING_KEYS.join(', ') }],
    flags: {},
    examples: ['difyctl config get defaults.limit'],
  },
  async (_, { out, settings }, [typed = '']) => {
    const key = readSettingKey(typed);
    out.write(`${(await settings.read()).get(key) ?? ''}\n`);
  },
);
