import { type Asked, type DifyAnswer, refuse } from './dify-answer.ts';
import type { DifyPeople, Person } from './dify-people.ts';
import type { DifySessions } from './dify-sessions.ts';

interface Parts {
  readonly people: DifyPeople;
  readonly sessions: DifySessions;
  readonly hasCookies: boolean;
  readonly postsCurrentWorkspace: boolean;
}

type Route = (asked: Asked, person: Person) => DifyAnswer;

const SUCCESS = { result: 'success' };
const CREATED_AT = 1_700_000_000;

/** What a person who is signed in may ask a Dify. */
export function memberRoutes(parts: Parts): (line: string) => Route | undefined {
  const { people, sessions, hasCookies, postsCurrentWorkspace } = parts;
  const workspaces = [
    { id: 'workspace-1', name: "Dify's Workspace" },
    { id: 'workspace-2', name: 'Second' },
  ];
  let current = 'workspace-1';

  const routes: Record<string, Route> = {
    'GET /account/profile': (_, { id, name, email }) => ({
      body: {
        ...{ id, name, email, interface_language: 'en-US', timezone: 'UTC' },
        ...{ last_login_at: CREATED_AT, last_login_ip: '127.0.0.1', created_at: CREATED_AT },
      },
    }),
    [`${hasCookies ? 'POST' : 'GET'} /logout`]: (_, person) => {
      sessions.end(person);
      return { body: SUCCESS };
    },
    'GET /workspaces': () => ({
      body: { workspaces: workspaces.map((each) => ({ ...tenant(each), current: each.id === current })) },
    }),
    [`${postsCurrentWorkspace ? 'POST' : 'GET'} /workspaces/current`]: () => {
      const found = workspaces.find(({ id }) => id === current);
      return found === undefined ? refuse(404, 'not_found', 'Not found.') : { body: tenant(found) };
    },
    'POST /workspaces/switch': ({ body: { tenant_id } }) => {
      const target = workspaces.find(({ id }) => id === tenant_id);
      if (target === undefined) return refuse(403, 'account_not_link_tenant', 'Account not link tenant');
      current = target.id;
      return { body: { ...SUCCESS, new_tenant: tenant(target) } };
    },
    'GET /workspaces/current/members': () => ({ body: { accounts: people.all.map(member) } }),
    'POST /workspaces/current/members/invite-email': ({ body: { emails, role = '' } }) => ({
      status: 201,
      body: { ...SUCCESS, invitation_results: [emails ?? []].flat().map((email) => invite(people, email, role)) },
    }),
  };

  return (line) => {
    const [, method, id, isRole] =
      /^(PUT|DELETE) \/workspaces\/current\/members\/([\w-]+)(\/update-role)?$/.exec(line) ?? [];
    if (id === undefined) return routes[line];
    return ({ body }) => {
      const target = people.withId(id);
      if (target === undefined) return { status: 404, body: { code: 'member-not-found', message: 'Member not found' } };
      if (method === 'DELETE') people.remove(target);
      else if (isRole !== undefined) target.role = body.role ?? '';
      return { body: SUCCESS };
    };
  };
}

function invite(people: DifyPeople, email: string, role: string): object {
  if (people.withEmail(email) !== undefined) return { status: 'failed', email, message: 'Account already in team.' };
  people.add({ email, name: email.split('@')[0] ?? '', password: '', role, status: 'pending' });
  const query = `email=${encodeURIComponent(email)}&token=t`;
  return { status: 'success', email, url: `http://dify.example.com/activate?${query}` };
}

function member({ id, name, email, role, status }: Person): object {
  const times = { created_at: CREATED_AT, last_login_at: null, last_active_at: 0 };
  return { id, name, email, role, status, ...times };
}

function tenant({ id, name }: { id: string; name: string }): object {
  return { id, name, plan: 'sandbox', status: 'normal', created_at: CREATED_AT, role: 'owner' };
}
