import type { WebAppId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import type { AuditEntry } from '../audit/audit-entry.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { endRefusedSessions } from './end-refused-sessions.ts';
import { requireEditor, requireManaged } from './require-managed.ts';
import type { PublishedWebApp, WebApp } from './webapp.ts';

export type WebAppDetails = Pick<WebApp, 'name' | 'code' | 'icon' | 'upstream' | 'host'>;
export type WebAppChanges = Partial<WebAppDetails & Pick<WebApp, 'isEnabled' | 'frameOrigins'>>;

/**
 * Publishes an application for the actor's current workspace; nobody can open it until somebody is chosen.
 *
 * @throws DomainError `forbidden`, `webapp_code_taken`, `webapp_host_taken`.
 */
export async function createWebApp(
  platform: Platform,
  origin: Origin,
  { account }: Pick<AdmittedSession, 'account'>,
  details: WebAppDetails & Partial<Pick<WebApp, 'accessMode'>>,
): Promise<PublishedWebApp> {
  const { store, clock, secrets } = platform;
  const now = clock();
  return store.transaction(async (stores) => {
    const workspace = await requireEditor(stores, account);
    const webApp: WebApp = {
      isEnabled: true,
      accessMode: 'private',
      passphraseHash: null,
      addressRanges: [],
      needsShareLink: false,
      frameOrigins: [],
      ...details,
      id: secrets.newId<WebAppId>(),
      workspaceId: workspace.id,
      rulesChangedAt: now,
      createdAt: now,
    };
    if (!(await stores.webApps.add(webApp))) throw await taken(stores, webApp);
    const { code, name, upstream, accessMode } = webApp;
    await note(stores, 'webapp.created', webApp, origin, {
      at: now,
      actorId: account.id,
      details: { code, name, upstream, access_mode: accessMode },
    });
    return { ...webApp, workspaceName: workspace.name, workspaceStatus: workspace.status };
  });
}

/**
 * Changes a WebApp; returns how many open sessions that ended.
 *
 * @throws DomainError `webapp_not_found`, `forbidden`, `webapp_code_taken`, `webapp_host_taken`.
 */
export async function changeWebApp(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  id: WebAppId,
  changes: WebAppChanges,
): Promise<number> {
  return platform.store.transaction(async (stores) => {
    const webApp = await requireManaged(stores, account, id);
    return change(platform, stores, origin, { webApp, changes, actor: { actorId: account.id } });
  });
}

/** Switches a WebApp on or off as an administrator. @throws DomainError `webapp_not_found`. */
export async function switchWebApp(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: WebAppId,
  isEnabled: boolean,
): Promise<number> {
  return platform.store.transaction(async (stores) => {
    const webApp = await stores.webApps.find(id);
    if (webApp === undefined) throw new DomainError('webapp_not_found');
    return change(platform, stores, origin, { webApp, changes: { isEnabled }, actor: auditedAs(actor) });
  });
}

/** Takes a WebApp down; returns how many open sessions ended. @throws DomainError `webapp_not_found`, `forbidden`. */
export async function deleteWebApp(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  id: WebAppId,
): Promise<number> {
  const now = platform.clock();
  return platform.store.transaction(async (stores) => {
    const webApp = await requireManaged(stores, account, id);
    const concerned = { webAppIds: [id], now };
    const ended = await endRefusedSessions(platform, stores, concerned, () => stores.webApps.remove(id));
    const details = { code: webApp.code, name: webApp.name, sessions_ended: ended };
    await note(stores, 'webapp.deleted', webApp, origin, { at: now, actorId: account.id, details });
    return ended;
  });
}

interface Changing {
  readonly webApp: PublishedWebApp;
  readonly changes: WebAppChanges;
  readonly actor: Pick<AuditEntry, 'actorId' | 'actor'>;
}

async function change(
  platform: Platform,
  stores: Stores,
  origin: Origin,
  { webApp, changes, actor }: Changing,
): Promise<number> {
  const at = platform.clock();
  const ended = await endRefusedSessions(platform, stores, { webAppIds: [webApp.id], now: at }, async () => {
    if (!(await stores.webApps.change(webApp.id, changes))) throw await taken(stores, { ...webApp, ...changes });
  });
  const only = (of: object) =>
    Object.fromEntries(Object.keys(changes).map((name) => [snakeCase(name), Reflect.get(of, name)]));
  const details = { before: only(webApp), after: only(changes), sessions_ended: ended };
  await note(stores, 'webapp.changed', webApp, origin, { at, ...actor, details });
  return ended;
}

async function taken({ webApps }: Stores, { id, code }: Pick<WebApp, 'id' | 'code'>): Promise<DomainError> {
  const other = await webApps.findByCode(code);
  return new DomainError(other === undefined || other.id === id ? 'webapp_host_taken' : 'webapp_code_taken');
}

function note(
  stores: Stores,
  action: AuditEntry['action'],
  { id: subjectId, workspaceId }: Pick<WebApp, 'id' | 'workspaceId'>,
  origin: Origin,
  entry: Pick<AuditEntry, 'at' | 'actorId' | 'actor' | 'details'>,
): Promise<void> {
  return stores.audit.append({ ...entry, action, subjectId, workspaceId, origin });
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
