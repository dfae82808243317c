import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys move from the link of one row to that of the next. */
export function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const focused = document.activeElement;
  if (step === undefined || !(focused instanceof HTMLElement) || !focused.matches('[data-row-link]')) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const next = links[links.indexOf(focused) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
