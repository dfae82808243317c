import { defineCommand } from '../../command-line/command.ts';
import { readSettingKey, SETTING_KEYS } from '../../config/settings.ts';

export const configUnset = defineCommand(
  {
    summary: 'Forget one setting',
    description: 'Forgetting what is not set is a success.',
    effect: 'write',
    args: [{ name: 'key', required: true, description: SETTING_KEYS.join(', ') }],
    flags: {},
    examples: ['difyctl config unset defaults.limit'],
  },
  async (_, { out, settings }, [typed = '']) => {
    const key = readSettingKey(typed);
    await settings.update((all) => {
      all.delete(key);
    });
    out.write(`unset ${key}\n`);
  },
);
