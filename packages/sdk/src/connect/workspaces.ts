import type { DifySession } from './session.ts';

/** A workspace of the signed-in person. */
export interface WorkspaceSummary {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  readonly status: string;
  /** Seconds since 1970. */
  readonly created_at: number;
  readonly current: boolean;
}

export interface CurrentWorkspace {
  readonly id: string;
  readonly name: string;
  readonly plan: string;
  readonly status: string;
  readonly created_at: number;
  readonly role: string;
}

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
  const { workspaces } = await session.call<{ workspaces: WorkspaceSummary[] }>('GET', '/console/api/workspaces');
  return workspaces;
}

/** The workspace that calls act in. */
export function currentWorkspace(session: DifySession): Promise<CurrentWorkspace> {
  return session.version.postsCurrentWorkspace
    ? session.call('POST', '/console/api/workspaces/current', { body: {} })
    : session.call('GET', '/console/api/workspaces/current');
}

/** Makes another workspace the one that calls act in; the session stays the same. */
export async function switchWorkspace(session: DifySession, id: string): Promise<CurrentWorkspace> {
  const body = { tenant_id: id };
  const answer = await session.call<{ new_tenant: CurrentWorkspace }>('POST', '/console/api/workspaces/switch', {
    body,
  });
  return answer.new_tenant;
}
