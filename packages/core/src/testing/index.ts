import { accountStoreSuite } from './account-store.suite.ts';
import { auditLogSuite } from './audit-log.suite.ts';
import { bearerSessionStoreSuite } from './bearer-session-store.suite.ts';
import { consoleSessionStoreSuite } from './console-session-store.suite.ts';
import { deviceGrantStoreSuite } from './device-grant-store.suite.ts';
import { instanceStoreSuite } from './instance-store.suite.ts';
import { limitStoreSuite } from './limit-store.suite.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { outboxSuite } from './outbox.suite.ts';
import { passwordStoreSuite } from './password-store.suite.ts';
import { signInAttemptStoreSuite } from './sign-in-attempt-store.suite.ts';
import { signInPolicyStoreSuite } from './sign-in-policy-store.suite.ts';
import { sweepSuite } from './sweep.suite.ts';
import { transactionSuite } from './transaction.suite.ts';
import { workspaceStoreSuite } from './workspace-store.suite.ts';

/** Every promise of every port. An adapter runs them all; there is no way to leave one out. */
export function storeSuite(open: OpenTestStore): void {
  accountStoreSuite(open);
  passwordStoreSuite(open);
  signInPolicyStoreSuite(open);
  consoleSessionStoreSuite(open);
  workspaceStoreSuite(open);
  deviceGrantStoreSuite(open);
  bearerSessionStoreSuite(open);
  signInAttemptStoreSuite(open);
  auditLogSuite(open);
  outboxSuite(open);
  limitStoreSuite(open);
  instanceStoreSuite(open);
  transactionSuite(open);
  sweepSuite(open);
}

export { anAccount } from './an-account.ts';
