import type { Invitation, InvitationFilter, InvitationStore, ListedInvitation } from '@latchkey/core';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { countUpTo } from './count-up-to.ts';
import type { Database } from './database.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import { containing } from './like.ts';
import type { InvitationRow, Schema } from './schema.ts';

type Listed = InvitationRow & { workspace_name: string };

export function invitations(db: Database): InvitationStore {
  return {
    replace: (invitation) =>
      db.atomically(async (transaction) => {
        const { workspaceId, email } = invitation;
        await transaction.write(forget, { workspaceId, email });
        await transaction.write(add, rowOf(invitation));
      }),
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && listedFrom(row);
    },
    async findByToken(hash) {
      const [row] = await db.read(byToken, { hash, same: hash });
      return row && { ...listedFrom(row), isProof: row.proof_hash === hash };
    },
    async findUnanswered(workspaceId, email) {
      const [row] = await db.read(unanswered, { workspaceId, email });
      return row && listedFrom(row);
    },
    async listOpen(accountId, now) {
      return (await db.read(open, { accountId, now: now.getTime() })).map(listedFrom);
    },
    async list(filter, { offset, limit }, now) {
      const query = filtered(listed(db.kysely), filter, now.getTime());
      const newest = query.orderBy('invitations.created_at', 'desc').orderBy('invitations.id', 'desc');
      const rows = await db.select(newest.offset(offset).limit(limit));
      return { total: await countUpTo(db, query), data: rows.map(listedFrom) };
    },
    answer: async (id, answer, at) => (await db.write(answerOne, { id, answer, at: at.getTime() })) === 1,
    async acceptAll(accountId, at) {
      await db.write(acceptAll, { accountId, at: at.getTime() });
    },
  };
}

const listed = (db: Kysely<Schema>) =>
  db
    .selectFrom('invitations')
    .innerJoin('workspaces', 'workspaces.id', 'invitations.workspace_id')
    .select([
      'invitations.id',
      'invitations.workspace_id',
      'invitations.email',
      'invitations.account_id',
      'invitations.role',
      'invitations.language',
      'invitations.inviter',
      'invitations.token_hash',
      'invitations.proof_hash',
      'invitations.created_at',
      'invitations.expires_at',
      'invitations.answer',
      'invitations.answered_at',
      'workspaces.name as workspace_name',
    ]);

function filtered(
  query: SelectQueryBuilder<Schema, 'invitations' | 'workspaces', Listed>,
  { search, status, workspaceId }: InvitationFilter,
  now: number,
) {
  let narrowed = query;
  if (search !== '') narrowed = narrowed.where(containing('invitations.email', search));
  if (workspaceId !== undefined) narrowed = narrowed.where('invitations.workspace_id', '=', workspaceId);
  if (status === undefined) return narrowed;
  if (status !== 'open' && status !== 'expired') return narrowed.where('invitations.answer', '=', status);
  return narrowed
    .where('invitations.answer', 'is', null)
    .where('invitations.expires_at', status === 'open' ? '>' : '<=', now);
}

const byId = (db: Kysely<Schema>, { id }: Pick<InvitationRow, 'id'>) => listed(db).where('invitations.id', '=', id);

const byToken = (db: Kysely<Schema>, { hash, same }: { hash: string; same: string }) =>
  listed(db).where((eb) => eb.or([eb('invitations.token_hash', '=', hash), eb('invitations.proof_hash', '=', same)]));

type Place = { workspaceId: InvitationRow['workspace_id']; email: string };

const unanswered = (db: Kysely<Schema>, { workspaceId, email }: Place) =>
  listed(db)
    .where('invitations.workspace_id', '=', workspaceId)
    .where('invitations.email', '=', email)
    .where('invitations.answer', 'is', null);

const open = (db: Kysely<Schema>, { accountId, now }: { accountId: InvitationRow['account_id']; now: number }) =>
  listed(db)
    .where('invitations.account_id', '=', accountId)
    .where('invitations.answer', 'is', null)
    .where('invitations.expires_at', '>', now)
    .orderBy('invitations.created_at', 'desc');

const forget = (db: Kysely<Schema>, { workspaceId, email }: Place) =>
  db
    .deleteFrom('invitations')
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', email)
    .where('answer', 'is', null);

const add = (db: Kysely<Schema>, row: InvitationRow) => db.insertInto('invitations').values(row);

const answerOne = (
  db: Kysely<Schema>,
  { id, answer, at }: { id: InvitationRow['id']; answer: NonNullable<InvitationRow['answer']>; at: number },
) => db.updateTable('invitations').set({ answer, answered_at: at }).where('id', '=', id).where('answer', 'is', null);

const acceptAll = (db: Kysely<Schema>, { accountId, at }: { accountId: InvitationRow['account_id']; at: number }) =>
  db
    .updateTable('invitations')
    .set({ answer: 'accepted', answered_at: at })
    .where('account_id', '=', accountId)
    .where('answer', 'is', null);

function listedFrom(row: Listed): ListedInvitation {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    workspaceName: row.workspace_name,
    email: row.email,
    accountId: row.account_id,
    role: row.role,
    language: row.language,
    inviter: row.inviter,
    tokenHash: row.token_hash,
    proofHash: row.proof_hash,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
    answer: row.answer,
    answeredAt: dateOrNull(row.answered_at),
  };
}

function rowOf(invitation: Invitation): InvitationRow {
  return {
    id: invitation.id,
    workspace_id: invitation.workspaceId,
    email: invitation.email,
    account_id: invitation.accountId,
    role: invitation.role,
    language: invitation.language,
    inviter: invitation.inviter,
    token_hash: invitation.tokenHash,
    proof_hash: invitation.proofHash,
    created_at: invitation.createdAt.getTime(),
    expires_at: invitation.expiresAt.getTime(),
    answer: invitation.answer,
    answered_at: msOrNull(invitation.answeredAt),
  };
}
