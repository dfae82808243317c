const MOST = 5;

/**
 * Commands a person may have meant by `words`: as many words, each at most one slip away; for the bare name of a group,
 * its commands.
 */
export function suggestCommands(words: readonly string[], commands: readonly string[]): readonly string[] {
  const typed = words.slice(0, firstFlag(words));
  const inGroup = commands.filter((command) => command.startsWith(`${typed.join(' ')} `));
  const alike = commands.filter((command) => {
    const names = command.split(' ');
    return typed.length >= names.length && names.every((name, index) => isOneSlipAway(name, typed[index] ?? ''));
  });
  return [...alike, ...inGroup].slice(0, MOST);
}

function firstFlag(words: readonly string[]): number {
  const index = words.findIndex((word) => word.startsWith('-'));
  return index < 0 ? words.length : index;
}

/** Whether one inserted, dropped or changed letter, or none, makes `a` into `b`. */
function isOneSlipAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
