const SOON_MS = 30 * 86_400_000;

/** Whether a certificate has expired, does so within thirty days, or holds `until` its date. */
export function certificateState(notAfter: Date, now: Date): 'expired' | 'soon' | 'until' {
  const left = notAfter.getTime() - now.getTime();
  if (left <= 0) return 'expired';
  return left < SOON_MS ? 'soon' : 'until';
}
