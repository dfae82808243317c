interface Facts {
  readonly isAnyMethodOn: boolean;
  readonly accessRequests: number;
  readonly hasMailServer: boolean;
  readonly lettersWaiting: number;
  readonly lettersFailed: number;
  readonly hasPublicUrl: boolean;
  /** System administrators who could open the administration. */
  readonly administratorsWithWayIn: number;
}

export type Attention =
  | { readonly kind: 'no_method' | 'no_public_url' | 'one_administrator' }
  | { readonly kind: 'access_requests' | 'letters_by_hand' | 'letters_failed'; readonly count: number };

/** What waits for an administrator, the most urgent first. */
export function attention(facts: Facts): Attention[] {
  const { accessRequests, hasMailServer, lettersWaiting, lettersFailed } = facts;
  return [
    ...(facts.isAnyMethodOn ? [] : [{ kind: 'no_method' as const }]),
    ...(accessRequests === 0 ? [] : [{ kind: 'access_requests' as const, count: accessRequests }]),
    ...(hasMailServer || lettersWaiting === 0 ? [] : [{ kind: 'letters_by_hand' as const, count: lettersWaiting }]),
    ...(lettersFailed === 0 ? [] : [{ kind: 'letters_failed' as const, count: lettersFailed }]),
    ...(facts.administratorsWithWayIn > 1 ? [] : [{ kind: 'one_administrator' as const }]),
    ...(facts.hasPublicUrl ? [] : [{ kind: 'no_public_url' as const }]),
  ];
}
