import { Failure } from '../failure.ts';
import { activeContext, type Context } from './context.ts';
import type { Hosts } from './hosts.ts';

export function requireActiveContext(hosts: Hosts): Context {
  const context = activeContext(hosts);
  if (context === undefined) throw notLoggedIn();
  return context;
}

export function notLoggedIn(hint = "run 'difyctl auth login'"): Failure {
  return new Failure('not_logged_in', 'not logged in', { hint });
}
