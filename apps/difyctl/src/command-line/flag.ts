interface Described {
  readonly description: string;
  /** The one-letter form, without its hyphen. */
  readonly char?: string;
}

interface StringFlag extends Described {
  readonly type: 'string';
  /** What the value is, as help shows it: `url` reads `--host <url>`. */
  readonly value: string;
  /** The only values taken. */
  readonly options?: readonly string[];
}

export interface IntegerFlag extends Described {
  readonly type: 'integer';
  readonly value: string;
  readonly default?: number;
}

interface BooleanFlag extends Described {
  readonly type: 'boolean';
}

export type Flag = StringFlag | IntegerFlag | BooleanFlag;

/** Flags by their long name. */
export type Flags = Readonly<Record<string, Flag>>;

type ValueOf<F extends Flag> = F extends BooleanFlag
  ? boolean
  : F extends { readonly default: number }
    ? number
    : F extends IntegerFlag
      ? number | undefined
      : F extends { readonly options: readonly (infer Option)[] }
        ? Option | undefined
        : string | undefined;

/** What a command is handed for the flags it declares. */
export type FlagValues<F extends Flags> = { readonly [Name in keyof F]: ValueOf<F[Name]> };
