import type { Output, Shell } from '../shell.ts';

type Brush = (text: string) => string;

export interface Paint {
  readonly bold: Brush;
  readonly dim: Brush;
  readonly green: Brush;
  readonly yellow: Brush;
  readonly red: Brush;
  readonly magenta: Brush;
  readonly cyan: Brush;
  readonly blue: Brush;
}

/** Colours for an output, when it and standard error are terminals and neither NO_COLOR nor DIFYCTL_NO_COLOR is set. */
export function paintFor({ err, env }: Pick<Shell, 'err' | 'env'>, output: Output): Paint {
  const plain = env('NO_COLOR') !== undefined || env('DIFYCTL_NO_COLOR') !== undefined;
  const brush = !plain && err.isTerminal && output.isTerminal ? colour : () => (text: string) => text;
  return {
    bold: brush(1, 22),
    dim: brush(2, 22),
    red: brush(31, 39),
    green: brush(32, 39),
    yellow: brush(33, 39),
    magenta: brush(35, 39),
    cyan: brush(36, 39),
    blue: brush(/^(truecolor|24bit)$/.test(env('COLORTERM') ?? '') ? '38;2;0;51;255' : '38;5;27', 39),
  };
}

function colour(on: number | string, off: number): Brush {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
