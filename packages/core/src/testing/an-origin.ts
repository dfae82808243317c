import type { Origin } from '../kernel/origin.ts';

export function anOrigin(differences: Partial<Origin> = {}): Origin {
  return { ip: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', reference: 'REF-1', ...differences };
}
