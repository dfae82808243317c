import { keep, kept, type ProofPurpose } from './tab-memory.ts';

/** A mail address, and the token that goes with the code sent to it. */
export interface MailProof {
  readonly email: string;
  readonly token: string;
}

export function keepProof(purpose: ProofPurpose, { email, token }: MailProof): void {
  keep(purpose, writeProof({ email, token }));
}

export function keptProof(purpose: ProofPurpose): MailProof | undefined {
  const text = new URLSearchParams(kept(purpose));
  const [email, token] = [text.get('email'), text.get('token')];
  return email === null || token === null ? undefined : { email, token };
}

export function writeProof({ email, token }: MailProof): string {
  return new URLSearchParams({ email, token }).toString();
}
