/** What every endpoint of the administration has in common. */
export const administration = { caller: 'administrator', envelope: 'problem' } as const;

/** Refusals that any of them may answer. */
export const adminRefusals = ['unauthorized', 'forbidden', 'invalid_param', 'too_many_requests'] as const;
