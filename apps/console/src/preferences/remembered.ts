/** What this browser remembers between visits; nothing when it does not allow that. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that blocks storage forgets; the page works all the same.
  }
}
