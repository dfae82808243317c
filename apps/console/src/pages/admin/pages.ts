// All pages of the administration are loaded together: whoever opens one goes on to others.
export { AdminFailure } from '../../admin/failure.tsx';
export { AdminFrame } from '../../admin/frame.tsx';
export { AdminPending } from '../../admin/pending.tsx';
export { AdministratorsPage } from './administrators/administrators-page.tsx';
export { AttemptsPage } from './attempts/attempts-page.tsx';
export { AuditPage } from './audit/audit-page.tsx';
export { InvitationsPage } from './invitations/invitations-page.tsx';
export { MailPage } from './mail/mail-page.tsx';
export { MemberPage } from './members/member-page.tsx';
export { MembersPage } from './members/members-page.tsx';
export { MethodsPage } from './methods/methods-page.tsx';
export { OverviewPage } from './overview/overview-page.tsx';
export { SettingsPage } from './settings/settings-page.tsx';
export { EnterPage } from './sign-in/enter-page.tsx';
export { AdminSignInPage } from './sign-in/sign-in-page.tsx';
export { WorkspacePage } from './workspaces/workspace-page.tsx';
export { WorkspacesPage } from './workspaces/workspaces-page.tsx';
