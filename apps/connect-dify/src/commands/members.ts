import {
  ConnectError,
  changeMemberRole,
  inviteMembers,
  listMembers,
  type Member,
  type MemberRole,
  removeMember,
} from '@latchkey/sdk/connect';
import { keptSession } from '../kept-session.ts';
import { Misuse } from '../misuse.ts';
import type { Parameters } from '../parameters.ts';
import { printFacts, printRows } from '../print.ts';
import { refuseMore } from '../refuse-more.ts';
import type { Invocation } from '../shell.ts';

const ROLES: readonly MemberRole[] = ['admin', 'editor', 'normal', 'dataset_operator'];

/** Lists the members of the current workspace, invites, gives roles, removes. */
export function membersCommand(invocation: Invocation): Promise<void> {
  const [verb = 'list', ...addresses] = invocation.parameters.words;
  switch (verb.toLowerCase()) {
    case 'list':
      refuseMore(addresses);
      return list(invocation);
    case 'invite':
      return invite(invocation, addresses);
    case 'role':
      return changeRole(invocation, addresses);
    case 'remove':
      return remove(invocation, addresses);
    default:
      throw new Misuse(`members takes list, invite, role or remove, not ${verb}.`);
  }
}

async function list(invocation: Invocation): Promise<void> {
  const members = await listMembers(await keptSession(invocation));
  printRows(
    invocation,
    members.map((member) => ({ ...member })),
    ['name', 'email', 'role', 'status', 'id'],
  );
}

async function invite(invocation: Invocation, addresses: readonly string[]): Promise<void> {
  const { parameters } = invocation;
  if (addresses.length === 0) throw new Misuse('members invite needs an address.');
  const role = roleOf(parameters) ?? 'normal';
  const session = await keptSession(invocation);
  const results = await inviteMembers(session, addresses, role, parameters.text('language'));
  printRows(
    invocation,
    results.map((result) => ({ ...result })),
    ['email', 'status', 'url', 'message'],
  );
  const failed = results.filter(({ status }) => status !== 'success').length;
  if (failed > 0) throw new ConnectError('call_failed', `${failed} of ${results.length} could not be invited.`);
}

async function changeRole(invocation: Invocation, addresses: readonly string[]): Promise<void> {
  const role = roleOf(invocation.parameters);
  if (role === undefined) throw new Misuse('members role needs --role.');
  const session = await keptSession(invocation);
  const { id, email } = find(await listMembers(session), addresses);
  await changeMemberRole(session, id, role);
  printFacts(invocation, { email, role });
}

async function remove(invocation: Invocation, addresses: readonly string[]): Promise<void> {
  const { parameters, shell } = invocation;
  const session = await keptSession(invocation);
  const { id, email } = find(await listMembers(session), addresses);
  if (shell.isInteractive && !parameters.isOn('force')) {
    const answer = await shell.ask(`Remove ${email} from the workspace? [y/N]`, false);
    if (!/^\s*y(es)?\s*$/i.test(answer)) throw new Misuse('Nothing was removed.');
  }
  await removeMember(session, id);
  printFacts(invocation, { email, result: 'removed' });
}

/** By id or mail address. */
function find(members: readonly Member[], [wanted, ...more]: readonly string[]): Member {
  if (wanted === undefined || more.length > 0) throw new Misuse('Name one member, by mail address or id.');
  const found = members.find(({ id, email }) => id === wanted || email.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) throw new Misuse(`There is no member ${wanted}.`);
  return found;
}

function roleOf(parameters: Parameters): MemberRole | undefined {
  const wanted = parameters.text('role');
  const role = ROLES.find((known) => known === wanted?.toLowerCase());
  if (wanted !== undefined && role === undefined) {
    throw new Misuse(`Invalid value for Role. Must be one of: ${ROLES.join(', ')}`);
  }
  return role;
}
