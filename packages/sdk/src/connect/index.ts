export { type AskedVersion, askVersion } from './ask-version.ts';
export { type Connected, connect } from './connect.ts';
export { ConnectError, type ConnectErrorCode } from './connect-error.ts';
export type { AuthMethod, ConnectOptions } from './connect-options.ts';
export type { Credentials } from './credentials.ts';
export { type InitializeOptions, initialize } from './initialize.ts';
export { insecureTransport } from './insecure-transport.ts';
export { isSessionFor } from './is-session-for.ts';
export {
  changeMemberRole,
  type Invited,
  inviteMembers,
  listMembers,
  type Member,
  type MemberRole,
  removeMember,
} from './members.ts';
export type { Profile } from './profile.ts';
export { restoreSession } from './restore-session.ts';
export { canonicalServer, type SavedSession } from './saved-session.ts';
export { openSession, sealSession } from './seal-session.ts';
export { Secret } from './secret.ts';
export type { ServerVersion } from './server-version.ts';
export { type CallOptions, DifySession } from './session.ts';
export type { SessionStore } from './session-store.ts';
export { fetchTransport, type HttpAnswer, type HttpRequest, type Transport } from './transport.ts';
export {
  type CurrentWorkspace,
  currentWorkspace,
  listWorkspaces,
  switchWorkspace,
  type WorkspaceSummary,
} from './workspaces.ts';
