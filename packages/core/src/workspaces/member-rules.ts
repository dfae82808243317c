import type { Role } from '@latchkey/contract/vocabulary';

/** Owners and admins invite, remove and give roles. */
export function managesMembers(role: Role): boolean {
  return role === 'owner' || role === 'admin';
}

/** Whether somebody may remove a member, or take their role away: nobody touches the owner. */
export function mayManage(actor: Role, member: Role): boolean {
  return managesMembers(actor) && member !== 'owner';
}

/** Owners, admins and editors change what is in a workspace. */
export function mayEdit(role: Role): boolean {
  return managesMembers(role) || role === 'editor';
}
