import type { Store } from '../kernel/store.ts';
import type { WebApp } from '../webapps/webapp.ts';
import { aConsoleSession } from './a-console-session.ts';
import { aMembership } from './a-membership.ts';
import { aRefreshToken } from './a-refresh-token.ts';
import { aWebApp } from './a-webapp.ts';
import { aWorkspace } from './a-workspace.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

/** A store where Ada owns a workspace with a WebApp and is signed in; Grace belongs nowhere. */
export async function openWithWebApp(open: OpenTestStore, differences: Partial<WebApp> = {}): Promise<Store> {
  const store = await openWithAccounts(open);
  await store.workspaces.add(aWorkspace());
  await store.workspaces.addMember(aMembership());
  await store.consoleSessions.add(aConsoleSession(), aRefreshToken());
  await store.webApps.add(aWebApp(differences));
  return store;
}
