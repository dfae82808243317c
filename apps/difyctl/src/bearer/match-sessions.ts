import type { Session } from './list-sessions.ts';

/** The sessions a person means: by exact label, else by exact id, else by a part of the label in any case. */
export function matchSessions(sessions: readonly Session[], target: string): readonly Session[] {
  const wanted = target.toLowerCase();
  const ways: ((session: Session) => boolean)[] = [
    ({ device_label }) => device_label === target,
    ({ id }) => id === target,
    ({ device_label }) => device_label.toLowerCase().includes(wanted),
  ];
  for (const way of ways) {
    const found = sessions.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}
