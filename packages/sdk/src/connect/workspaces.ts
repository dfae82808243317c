import { readRow, readRows } from './read-rows.ts';
import { readTime } from './read-time.ts';
import type { DifySession } from './session.ts';

interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  readonly status: string;
  readonly createdAt: Date | undefined;
}

/** A workspace of the signed-in person; calls act in the one that is `current`. */
export interface WorkspaceSummary extends Workspace {
  readonly current: boolean;
}

/** The workspace that calls act in, and the person's role there. */
export interface CurrentWorkspace extends Workspace {
  readonly role: string;
}

type Wire<W extends Workspace> = Omit<W, 'createdAt'> & { readonly created_at: number };

/**
 * The workspaces of the signed-in person.
 *
 * @example
 * ```ts
 * const { session } = await connect();
 * for (const { name, current } of await listWorkspaces(session)) console.log(current ? `* ${name}` : `  ${name}`);
 * ```
 */
export async function listWorkspaces(session: DifySession): Promise<readonly WorkspaceSummary[]> {
  const answer = await session.call('GET', '/console/api/workspaces');
  const workspaces = readRows<Wire<WorkspaceSummary>>(answer, 'workspaces');
  return workspaces.map((each) => ({ ...readWorkspace(each), current: each.current }));
}

/**
 * The workspace that calls act in.
 *
 * @example
 * ```ts
 * const { session } = await connect();
 * console.log((await currentWorkspace(session)).name);
 * ```
 */
export async function currentWorkspace(session: DifySession): Promise<CurrentWorkspace> {
  const path = '/console/api/workspaces/current';
  const workspace = session.version.postsCurrentWorkspace
    ? await session.call('POST', path, { body: {} })
    : await session.call('GET', path);
  const found = readRow<Wire<CurrentWorkspace>>({ workspace }, 'workspace');
  return { ...readWorkspace(found), role: found.role };
}

/**
 * Makes another workspace the one that calls act in; the session stays the same. It counts for everything of the
 * account that is signed in, in browsers too.
 *
 * @example
 * ```ts
 * async function switchTo(session: DifySession, name: string): Promise<void> {
 *   const wanted = (await listWorkspaces(session)).find((workspace) => workspace.name === name);
 *   if (wanted !== undefined) await switchWorkspace(session, wanted.id);
 * }
 * ```
 */
export async function switchWorkspace(session: DifySession, id: string): Promise<CurrentWorkspace> {
  const body = { tenant_id: id };
  const path = '/console/api/workspaces/switch';
  const target = readRow<Wire<CurrentWorkspace>>(await session.call('POST', path, { body }), 'new_tenant');
  return { ...readWorkspace(target), role: target.role };
}

function readWorkspace({ id, name, plan, status, created_at }: Wire<Workspace>): Workspace {
  return { id, name, plan, status, createdAt: readTime(created_at) };
}
