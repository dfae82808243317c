import { type SsoAnswer, SsoRefusal } from '@latchkey/core';

/** The answer's fields; a field that came twice could mean one thing here and another elsewhere. */
export function singleFields(answer: SsoAnswer): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(answer)) {
    if (value === undefined) continue;
    if (typeof value !== 'string') throw new SsoRefusal('answer_malformed', `${name.slice(0, 40)} came more than once`);
    fields.set(name, value);
  }
  return fields;
}
