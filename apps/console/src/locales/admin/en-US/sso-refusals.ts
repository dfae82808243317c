/** Why an answer of an identity provider is refused. */
export const ssoRefusals = {
  ssoRefusal: {
    state_mismatch: {
      means: 'The answer carries no state, or that of another browser, another attempt or another connection.',
      do: 'Start again.',
    },
    transaction_expired: { means: 'It was started too long ago.', do: 'Start again.' },
    unsolicited_answer: {
      means: 'The provider sent an answer that nobody asked for.',
      do: 'Start here rather than at the provider, or allow this connection to be started there.',
    },
    wrong_request: { means: 'The answer belongs to another request, or names none.', do: 'Start again.' },
    replayed: { means: 'The same answer was used before.', do: 'Start again.' },
    provider_refused: {
      means: 'The provider itself refused the person.',
      do: 'Look the sign-in up in the provider’s own log. Often the person is not assigned to the application.',
    },
    answer_malformed: {
      means: 'The answer could not be understood, lacks what it must have, or is built in a way that hides something.',
      do: 'Compare the application’s settings at the provider with the guide.',
    },
    answer_too_large: {
      means: 'The answer is larger than any honest one.',
      do: 'Let the provider send fewer groups or attributes.',
    },
    signature_missing: {
      means: 'Nothing that is signed vouches for the person.',
      do: 'Let the provider sign the assertion, the response or both.',
    },
    signature_invalid: {
      means: 'The signature was not made by a key of this provider, or what it signs was changed.',
      do: 'Compare the certificates or the issuer with the provider. It may have changed its key: read its metadata anew.',
    },
    algorithm_refused: {
      means: 'The answer is signed or encrypted in a way that is not allowed.',
      do: 'Let the provider sign with SHA-256, by the algorithm set in the connection, and encrypt with RSA-OAEP.',
    },
    decryption_failed: {
      means: 'The encrypted assertion could not be opened, or what was inside has no valid signature.',
      do: 'Give the provider our present certificate for encryption, from our metadata.',
    },
    issuer_mismatch: {
      means: 'Another provider answered than the one that was asked.',
      do: 'Compare the issuer or entity id in the connection with the provider, letter by letter.',
    },
    wrong_audience: {
      means: 'The answer is meant for another application, or does not say for which.',
      do: 'Compare the audience, entity id or client ID at the provider with the connection.',
    },
    wrong_destination: {
      means: 'The answer was meant for another address, or does not say for which.',
      do: 'Compare the callback address at the provider with the one that the connection shows.',
    },
    conditions_missing: {
      means: 'The assertion does not say under which conditions it holds, or names one that is unknown here.',
      do: 'Let the provider send Conditions with an AudienceRestriction.',
    },
    outside_validity: {
      means: 'The answer is not valid yet, or not valid any more.',
      do: 'Set both clocks by the network, or let clocks differ more in this connection.',
    },
    nonce_mismatch: { means: 'The ID token lacks our nonce, or has another.', do: 'Start again.' },
    authentication_too_old: {
      means: 'The provider was asked to let the person sign in anew and did not, or does not say when it did.',
      do: 'Sign out at the provider, then start again.',
    },
    authentication_too_weak: {
      means: 'The provider did not let the person prove themselves as strongly as this connection asks for.',
      do: 'Ask the provider’s administrators for the required strength, such as a second factor.',
    },
    subject_missing: {
      means: 'The answer names no person, or only by a name that changes with every sign-in.',
      do: 'Let the provider send a lasting NameID, or map the subject to a field that never changes.',
    },
    subject_mismatch: {
      means: 'The user-info answer is about another person than the ID token.',
      do: 'Look at the user-info address of the provider.',
    },
    token_refused: {
      means: 'The provider did not exchange the code for a token.',
      do: 'Compare client ID and client secret with the provider, and whether the secret has expired.',
    },
    logout_token_invalid: {
      means: 'The logout token lacks what it must have, or has what it must not have.',
      do: 'Compare the back-channel logout settings at the provider with the guide.',
    },
    provider_unreachable: {
      means: 'The provider could not be reached, or failed.',
      do: 'Try again. Check its addresses, its certificate and this server’s way to it.',
    },
    provider_too_slow: { means: 'The provider took too long.', do: 'Try again in a moment.' },
    provider_answer_refused: {
      means: 'The provider’s server sent something too large, led elsewhere, or sent something that was not asked for.',
      do: 'Enter the address that answers directly.',
    },
    address_refused: {
      means: 'The address leads into a network that this server must not ask.',
      do: 'Use an https address that is public, or let the operator allow private networks for identity providers.',
    },
    discovery_failed: {
      means: 'The issuer publishes no usable configuration, or one that names another issuer.',
      do: 'Copy the issuer from the provider. Its path and the slash at its end count.',
    },
    metadata_refused: {
      means: 'The metadata is not that of exactly one usable SAML identity provider.',
      do: 'Take the provider’s own federation metadata.',
    },
    connection_incomplete: {
      means: 'The settings of the connection cannot be used.',
      do: 'Complete the connection.',
    },
  },
};
