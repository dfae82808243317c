import { expect, test } from 'vitest';
import { afterNoon, NOON } from '../testing/instant.ts';
import { type Invitation, invitationStatus } from './invitation.ts';

const at = (answer: Invitation['answer'], expiresAt = afterNoon(60)) =>
  // A boundary: of an invitation only these two are read.
  ({ answer, expiresAt }) as Invitation;

test('an invitation is open until the very instant of its expiry', () => {
  expect(invitationStatus(at(null), afterNoon(59))).toBe('open');
  expect(invitationStatus(at(null), afterNoon(60))).toBe('expired');
});

test('an answer stays, whatever the time', () => {
  for (const answer of ['accepted', 'declined', 'revoked'] as const) {
    expect(invitationStatus(at(answer), NOON)).toBe(answer);
    expect(invitationStatus(at(answer), afterNoon(3600))).toBe(answer);
  }
});
