import type { SsoRefusalCode } from '@latchkey/contract/vocabulary';

interface RefusalDefinition {
  /** What is true. */
  readonly meaning: string;
  /** What the person or the administrator can do about it. */
  readonly remedy: string;
}

const TRY_AGAIN = 'Start again from the sign-in page.';

/** Every reason for which an answer of a provider, or the provider itself, is refused. */
export const SSO_REFUSALS: Readonly<Record<SsoRefusalCode, RefusalDefinition>> = {
  // The answer and the question.
  state_mismatch: {
    meaning: 'The answer carries no state, or that of another browser, another attempt or another connection.',
    remedy: TRY_AGAIN,
  },
  transaction_expired: { meaning: 'The sign-in was started too long ago.', remedy: TRY_AGAIN },
  unsolicited_answer: {
    meaning: 'The provider sent an answer nobody asked for.',
    remedy: 'Start from the sign-in page, or allow sign-ins started at the provider for this connection.',
  },
  wrong_request: {
    meaning: 'The answer belongs to another request, or names none.',
    remedy: TRY_AGAIN,
  },
  replayed: { meaning: 'The same answer was used before.', remedy: TRY_AGAIN },
  provider_refused: {
    meaning: 'The provider itself refused the sign-in.',
    remedy: "Look up the sign-in in the provider's own log; often the person is not assigned to this application.",
  },

  // The answer itself.
  answer_malformed: {
    meaning: 'The answer could not be understood, lacks what it must have, or is built in a way that hides something.',
    remedy: "Compare the application's settings at the provider with the guide.",
  },
  answer_too_large: {
    meaning: 'The answer is larger than any honest one.',
    remedy: 'Send fewer groups or attributes.',
  },
  signature_missing: {
    meaning: 'Nothing signed vouches for the person.',
    remedy: 'Let the provider sign the assertion, the response or both.',
  },
  signature_invalid: {
    meaning: 'The signature was not made by a key of this provider, or the signed part was changed.',
    remedy: "Compare the connection's certificates or issuer with the provider; it may have changed its key.",
  },
  algorithm_refused: {
    meaning: 'The answer is signed or encrypted by an algorithm that is not allowed.',
    remedy: 'Let the provider sign with SHA-256, by the algorithm set in the connection, and encrypt with RSA-OAEP.',
  },
  decryption_failed: {
    meaning: 'The encrypted assertion could not be opened, or what was inside bears no valid signature.',
    remedy: 'Give the provider our present certificate for encryption, from our metadata.',
  },
  issuer_mismatch: {
    meaning: 'Another provider than the one asked issued the answer.',
    remedy: "Compare the connection's issuer or entity id with the provider, letter by letter.",
  },
  wrong_audience: {
    meaning: 'The answer is meant for another application, or does not say for whom.',
    remedy: "Compare the audience, entity id or client id in the provider's application with the connection.",
  },
  wrong_destination: {
    meaning: 'The answer was meant for another address, or does not say for which.',
    remedy: "Compare the callback address in the provider's application with the connection.",
  },
  conditions_missing: {
    meaning: 'The assertion does not say under which conditions it holds, or names one that is not known here.',
    remedy: 'Let the provider send Conditions with an AudienceRestriction.',
  },
  outside_validity: {
    meaning: 'The answer is not valid yet or not valid any more.',
    remedy: 'Set both clocks by the network; a larger clock skew can be allowed for the connection.',
  },
  nonce_mismatch: { meaning: 'The ID token lacks our nonce or bears another.', remedy: TRY_AGAIN },
  authentication_too_old: {
    meaning: 'The provider was asked to let the person sign in anew and did not, or does not say when it did.',
    remedy: 'Sign out at the provider, then start again.',
  },
  authentication_too_weak: {
    meaning: 'The provider did not use an authentication of the required strength.',
    remedy: "Ask the provider's administrator for the required context, for instance a second factor.",
  },
  subject_missing: {
    meaning: 'The answer names no person, or only by a name that changes with every sign-in.',
    remedy: 'Let the provider send a lasting NameID, or map the subject to a field that never changes.',
  },
  subject_mismatch: {
    meaning: 'The user-info answer is about another person than the ID token.',
    remedy: "Look at the provider's user-info endpoint.",
  },
  token_refused: {
    meaning: 'The provider did not exchange the code for a token.',
    remedy: 'Compare client id, client secret, its expiry and the way it is sent with the provider.',
  },
  logout_token_invalid: {
    meaning: 'The logout token lacks what it must have or has what it must not have.',
    remedy: "Compare the back-channel logout settings of the provider's application with the guide.",
  },

  // Reaching the provider.
  provider_unreachable: {
    meaning: 'The provider could not be reached or failed.',
    remedy: "Try again; check the provider's addresses, its certificate and the server's way to it.",
  },
  provider_too_slow: { meaning: 'The provider took too long.', remedy: 'Try again in a moment.' },
  provider_answer_refused: {
    meaning: "The provider's server sent something too large, a redirect, or something that is not what was asked for.",
    remedy: 'Give the address that answers directly.',
  },
  address_refused: {
    meaning: 'The address leads into a network that this server must not ask.',
    remedy: 'Use an https address that is public, or let the operator allow private networks for identity providers.',
  },
  discovery_failed: {
    meaning: 'The issuer publishes no usable configuration, or one that names another issuer.',
    remedy: 'Copy the issuer from the provider; its path and the slash at its end count.',
  },
  metadata_refused: {
    meaning: 'The metadata is not that of exactly one usable SAML identity provider.',
    remedy: "Take the provider's own federation metadata file.",
  },
  connection_incomplete: {
    meaning: "The connection's settings cannot be used.",
    remedy: 'Complete the connection in the administration.',
  },
};

interface Options {
  /** What the provider said about the person, as far as it was verified; no tokens, no secrets. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * A refusal on the way to or from a provider. `code` is stable and for people by way of {@link SSO_REFUSALS};
 * `message` says which rule refused and what it compared, for the administrator's log: it holds no secret, but words
 * of the provider, so it is not for strangers.
 */
export class SsoRefusal extends Error {
  override readonly name = 'SsoRefusal';
  readonly code: SsoRefusalCode;
  readonly claims: Readonly<Record<string, unknown>> | null;

  constructor(code: SsoRefusalCode, message: string, options: Options = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.claims = options.claims ?? null;
  }
}
