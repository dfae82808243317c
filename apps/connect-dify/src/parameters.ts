/** What a person may write, in the shell's spelling; PowerShell's (`-AuthMethod`) is the same without dashes, in any case. */
const PARAMETERS = {
  server: 'text',
  'auth-method': 'text',
  email: 'text',
  token: 'text',
  code: 'text',
  password: 'text',
  'access-token': 'text',
  'csrf-token': 'text',
  name: 'text',
  role: 'text',
  language: 'text',
  export: 'text',
  force: 'switch',
  insecure: 'switch',
  json: 'switch',
  help: 'switch',
} as const;

type Name = keyof typeof PARAMETERS;
type TextName = { [N in Name]: (typeof PARAMETERS)[N] extends 'text' ? N : never }[Name];
type SwitchName = Exclude<Name, TextName>;

export interface Parameters {
  text(name: TextName): string | undefined;
  isOn(name: SwitchName): boolean;
  /** What is no parameter, in order. */
  readonly words: readonly string[];
}

/** Somebody wrote something that cannot be understood; the message says what. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/**
 * Reads a command line in either spelling: `--auth-method code`, `--auth-method=code`, `-AuthMethod Code`,
 * `-authmethod:Code`.
 *
 * @throws {Misuse}
 */
export function readParameters(args: readonly string[]): Parameters {
  const texts = new Map<Name, string>();
  const switches = new Set<Name>();
  const words: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-h') {
      switches.add('help');
      continue;
    }
    if (!/^--?[a-z]/i.test(arg)) {
      words.push(arg);
      continue;
    }
    const [, spelled = '', inline] = /^--?([a-z-]+)(?:[=:](.*))?$/is.exec(arg) ?? [];
    const name = findName(spelled);
    if (name === undefined) throw new Misuse(`There is no parameter ${arg.split(/[=:]/)[0]}.`);
    if (PARAMETERS[name] === 'switch') {
      if (inline === undefined || /^(\$?true)$/i.test(inline)) switches.add(name);
      else if (!/^(\$?false)$/i.test(inline)) throw new Misuse(`${arg.split(/[=:]/)[0]} takes no value.`);
      continue;
    }
    if (inline === undefined) index += 1;
    const value = inline ?? args[index];
    if (value === undefined) throw new Misuse(`${arg} needs a value.`);
    texts.set(name, value);
  }
  return { text: (name) => texts.get(name), isOn: (name) => switches.has(name), words };
}

function findName(spelled: string): Name | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll('-', '');
  const names = Object.keys(PARAMETERS) as Name[];
  return names.find((name) => plain(name) === plain(spelled));
}
