import { accessRequestStoreSuite } from './access-request-store.suite.ts';
import { accountStoreSuite } from './account-store.suite.ts';
import { adminSessionStoreSuite } from './admin-session-store.suite.ts';
import { administratorStoreSuite } from './administrator-store.suite.ts';
import { apiKeyStoreSuite } from './api-key-store.suite.ts';
import { auditLogSuite } from './audit-log.suite.ts';
import { bearerSessionStoreSuite } from './bearer-session-store.suite.ts';
import { consoleSessionStoreSuite } from './console-session-store.suite.ts';
import { deviceGrantStoreSuite } from './device-grant-store.suite.ts';
import { instanceSettingsStoreSuite } from './instance-settings-store.suite.ts';
import { instanceStoreSuite } from './instance-store.suite.ts';
import { invitationStoreSuite } from './invitation-store.suite.ts';
import { limitStoreSuite } from './limit-store.suite.ts';
import { mailCodeStoreSuite } from './mail-code-store.suite.ts';
import { mailSettingsStoreSuite } from './mail-settings-store.suite.ts';
import { oneTimeLinkStoreSuite } from './one-time-link-store.suite.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { outboxSuite } from './outbox.suite.ts';
import { overviewStoreSuite } from './overview-store.suite.ts';
import { passwordStoreSuite } from './password-store.suite.ts';
import { signInAttemptStoreSuite } from './sign-in-attempt-store.suite.ts';
import { signInPolicyStoreSuite } from './sign-in-policy-store.suite.ts';
import { sweepSuite } from './sweep.suite.ts';
import { transactionSuite } from './transaction.suite.ts';
import { unfinishedSignInStoreSuite } from './unfinished-sign-in-store.suite.ts';
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
  overviewStoreSuite(open);
  outboxSuite(open);
  mailSettingsStoreSuite(open);
  limitStoreSuite(open);
  instanceStoreSuite(open);
  accessRequestStoreSuite(open);
  adminSessionStoreSuite(open);
  administratorStoreSuite(open);
  apiKeyStoreSuite(open);
  instanceSettingsStoreSuite(open);
  invitationStoreSuite(open);
  mailCodeStoreSuite(open);
  oneTimeLinkStoreSuite(open);
  unfinishedSignInStoreSuite(open);
  transactionSuite(open);
  sweepSuite(open);
}

export { aLetter, aNotice } from './a-letter.ts';
export { aSealing } from './a-sealing.ts';
export { anAccount } from './an-account.ts';
