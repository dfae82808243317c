import { certificateState } from '../sso/certificate-state.ts';

interface Facts {
  readonly isAnyMethodOn: boolean;
  /** When an enforcement of single sign-on reverts that nobody has confirmed. */
  readonly enforcementRevertsAt: Date | null;
  /** Of connections without a certificate that holds for long, the first to end first. */
  readonly certificates: readonly Certificate[];
  readonly accessRequests: number;
  readonly hasMailServer: boolean;
  readonly lettersWaiting: number;
  readonly lettersFailed: number;
  readonly hasPublicUrl: boolean;
  /** System administrators who could open the administration. */
  readonly administratorsWithWayIn: number;
}

interface Certificate {
  readonly connectionId: string;
  readonly connection: string;
  readonly notAfter: Date;
}

export type Attention =
  | { readonly kind: 'no_method' | 'no_public_url' | 'one_administrator' }
  | { readonly kind: 'access_requests' | 'letters_by_hand' | 'letters_failed'; readonly count: number }
  | { readonly kind: 'enforcement_unconfirmed'; readonly revertsAt: Date }
  | ({ readonly kind: 'certificate_expired' | 'certificate_ending' } & Certificate);

/** What waits for an administrator, the most urgent first. */
export function attention(facts: Facts, now: Date): Attention[] {
  const {
    enforcementRevertsAt: revertsAt,
    certificates,
    accessRequests,
    hasMailServer,
    lettersWaiting,
    lettersFailed,
  } = facts;
  return [
    ...(facts.isAnyMethodOn ? [] : [{ kind: 'no_method' as const }]),
    ...(revertsAt === null ? [] : [{ kind: 'enforcement_unconfirmed' as const, revertsAt }]),
    ...certificates.map((certificate) => {
      const isOver = certificateState(certificate.notAfter, now) === 'expired';
      return { kind: isOver ? ('certificate_expired' as const) : ('certificate_ending' as const), ...certificate };
    }),
    ...(accessRequests === 0 ? [] : [{ kind: 'access_requests' as const, count: accessRequests }]),
    ...(hasMailServer || lettersWaiting === 0 ? [] : [{ kind: 'letters_by_hand' as const, count: lettersWaiting }]),
    ...(lettersFailed === 0 ? [] : [{ kind: 'letters_failed' as const, count: lettersFailed }]),
    ...(facts.administratorsWithWayIn > 1 ? [] : [{ kind: 'one_administrator' as const }]),
    ...(facts.hasPublicUrl ? [] : [{ kind: 'no_public_url' as const }]),
  ];
}
