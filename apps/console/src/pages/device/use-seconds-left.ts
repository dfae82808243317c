import { useEffect } from 'react';
import { useNow } from '../../design/use-now.ts';

/** Counts down to a deadline, and says when it has come. */
export function useSecondsLeft(deadline: Date, onOver: () => void): number {
  const secondsLeft = Math.ceil((deadline.getTime() - useNow(1_000).getTime()) / 1_000);
  useEffect(() => {
    if (secondsLeft <= 0) onOver();
  });
  return secondsLeft;
}
