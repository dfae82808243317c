/** Flags that any command takes, looked for before the command is known. */
export interface CommonFlags {
  /** The other words. */
  readonly words: readonly string[];
  readonly verbose: boolean;
  readonly help: boolean;
  /** The person or program wants JSON, so errors are JSON too. */
  readonly json: boolean;
}

export function readCommonFlags(argv: readonly string[]): CommonFlags {
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  const isCommon = (word: string) => isVerbose(word) || isHelp(word);
  return {
    words: [...flags.filter((word) => !isCommon(word)), ...argv.slice(flags.length)],
    verbose: flags.some(isVerbose),
    help: flags.some(isHelp),
    json: flags.some((word, index) => isJson(word, flags[index + 1])),
  };
}

function isVerbose(word: string): boolean {
  return word === '-v' || word === '--verbose';
}

function isHelp(word: string): boolean {
  return word === '-h' || word === '--help';
}

function isJson(word: string, next: string | undefined): boolean {
  if (word === '-o' || word === '--output') return next === 'json';
  return ['--json', '--json=true', '--json=1', '-o=json', '--output=json'].includes(word);
}
