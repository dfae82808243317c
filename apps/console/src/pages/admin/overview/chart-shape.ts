export interface Day {
  readonly day: string;
  readonly signed_in: number;
  readonly refused: number;
}

interface Bar {
  readonly x: number;
  readonly width: number;
  readonly signedIn: { readonly y: number; readonly height: number };
  readonly refused: { readonly y: number; readonly height: number };
}

interface Shape {
  readonly top: number;
  readonly bars: readonly Bar[];
}

export const CHART = { width: 960, height: 200 } as const;

const GAP = 0.3;

/** Where the bars of a chart stand: for each day who got in, and on top of them who was refused. */
export function chartShape(days: readonly Day[]): Shape {
  const top = roundUp(Math.max(1, ...days.map(({ signed_in, refused }) => signed_in + refused)));
  const step = CHART.width / Math.max(1, days.length);
  const high = (count: number) => (count / top) * CHART.height;
  const bars = days.map(({ signed_in, refused }, index) => {
    const signedIn = { y: CHART.height - high(signed_in), height: high(signed_in) };
    return {
      x: index * step + (step * GAP) / 2,
      width: step * (1 - GAP),
      signedIn,
      refused: { y: signedIn.y - high(refused), height: high(refused) },
    };
  });
  return { top, bars };
}

/** The next of 1, 2, 5, 10, 20, 50 …: an end of a scale that is easy to read. */
export function roundUp(count: number): number {
  const size = 10 ** Math.floor(Math.log10(count));
  const step = [1, 2, 5, 10].find((one) => one * size >= count) ?? 10;
  return step * size;
}
