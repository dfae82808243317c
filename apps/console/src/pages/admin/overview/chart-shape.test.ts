import { describe, expect, test } from 'vitest';
import { CHART, chartShape, roundUp } from './chart-shape.ts';

describe('the chart of sign-ins and refusals', () => {
  test.each([
    [1, 1],
    [3, 5],
    [10, 10],
    [11, 20],
    [4_321, 5_000],
  ])('a busiest day of %d is drawn on a scale up to %d', (count, top) => {
    expect(roundUp(count)).toBe(top);
  });

  test('a day on which nothing happened has no bar', () => {
    const { bars, top } = chartShape([{ day: '2026-11-21T00:00:00Z', signed_in: 0, refused: 0 }]);
    expect(top).toBe(1);
    expect(bars[0]).toMatchObject({ signedIn: { height: 0 }, refused: { height: 0 } });
  });

  test('refusals stand on top of sign-ins, and nothing leaves the chart', () => {
    const { bars } = chartShape([
      { day: '2026-11-20T00:00:00Z', signed_in: 4, refused: 6 },
      { day: '2026-11-21T00:00:00Z', signed_in: 1, refused: 0 },
    ]);
    const [first, second] = bars;
    expect((first?.refused.y ?? 0) + (first?.refused.height ?? 0)).toBeCloseTo(first?.signedIn.y ?? -1);
    expect(first?.refused.y).toBeCloseTo(0);
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeLessThan(CHART.width);
  });
});
