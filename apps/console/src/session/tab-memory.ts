/** What this tab keeps from one step to the next, over a reload too, until it is closed. */
export type Kept = 'email' | 'invitation' | 'password_link' | ProofPurpose;

/** What a code by mail proves an address for; `…_proven` once the code was right. */
export type ProofPurpose = 'sign_in' | 'registration' | 'registration_proven' | 'new_password' | 'new_password_proven';

// For a browser that blocks storage.
const memory = new Map<string, string>();

export function keep(name: Kept, value: string): void {
  memory.set(name, value);
  attempt((storage) => storage.setItem(key(name), value));
}

export function kept(name: Kept): string | undefined {
  return memory.get(name) ?? attempt((storage) => storage.getItem(key(name))) ?? undefined;
}

export function forget(...names: readonly Kept[]): void {
  for (const name of names) {
    memory.delete(name);
    attempt((storage) => storage.removeItem(key(name)));
  }
}

function key(name: Kept): string {
  return `latchkey:${name}`;
}

function attempt<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}
