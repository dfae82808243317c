import { defineCommand } from '../../command-line/command.ts';
import { readSettingKey, readSettingValue, SETTING_KEYS } from '../../config/settings.ts';

export const configSet = defineCommand(
  {
    summary: 'Change one setting',
    description:
      'defaults.limit is the page size of lists where neither a flag nor DIFY_LIMIT gives one. The other keys are kept for the original client and change nothing here.',
    effect: 'write',
    args: [
      { name: 'key', required: true, description: SETTING_KEYS.join(', ') },
      { name: 'value', required: true, description: 'The new value' },
    ],
    flags: {},
    examples: ['difyctl config set defaults.limit 50'],
  },
  async (_, { out, settings }, [typedKey = '', typedValue = '']) => {
    const key = readSettingKey(typedKey);
    const value = readSettingValue(key, typedValue);
    await settings.update((all) => {
      all.set(key, value);
    });
    out.write(`set ${key} = ${value}\n`);
  },
);
