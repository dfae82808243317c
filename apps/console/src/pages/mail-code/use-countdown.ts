import { useState } from 'react';
import { useNow } from '../../design/use-now.ts';

/** Whole seconds until an instant that can be moved; zero once it has passed. */
export function useCountdown(initialSeconds: number): { secondsLeft: number; restart: (seconds: number) => void } {
  const [until, setUntil] = useState(() => Date.now() + initialSeconds * 1_000);
  const now = useNow(1_000).getTime();
  return {
    secondsLeft: Math.max(0, Math.ceil((until - now) / 1_000)),
    restart: (seconds) => setUntil(Date.now() + seconds * 1_000),
  };
}
