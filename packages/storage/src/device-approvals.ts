import type { DeviceApproval, DeviceApprovalStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { DeviceApprovalRow, Schema } from './schema.ts';

type Key = Pick<DeviceApprovalRow, 'kind' | 'token_hash'>;

export function deviceApprovals(db: Database): DeviceApprovalStore {
  return {
    async add(approval) {
      await db.write(add, {
        token_hash: approval.tokenHash,
        kind: approval.kind,
        browser_hash: approval.browserHash,
        grant_id: approval.grantId,
        user_code: approval.userCode,
        external_user_id: approval.externalUserId,
        issuer: approval.issuer,
        created_at: approval.createdAt.getTime(),
        expires_at: approval.expiresAt.getTime(),
      });
    },
    async find(kind, token_hash, now) {
      const [row] = await db.read(find, { kind, token_hash, now: now.getTime() });
      return row && approvalFrom(row);
    },
    take: async (kind, token_hash) => (await db.write(take, { kind, token_hash })) === 1,
  };
}

const add = (db: Kysely<Schema>, row: DeviceApprovalRow) => db.insertInto('device_approvals').values(row);

const find = (db: Kysely<Schema>, { kind, token_hash, now }: Key & { now: number }) =>
  db
    .selectFrom('device_approvals')
    .selectAll()
    .where('token_hash', '=', token_hash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now);

const take = (db: Kysely<Schema>, { kind, token_hash }: Key) =>
  db.deleteFrom('device_approvals').where('token_hash', '=', token_hash).where('kind', '=', kind);

function approvalFrom(row: DeviceApprovalRow): DeviceApproval {
  return {
    tokenHash: row.token_hash,
    kind: row.kind,
    browserHash: row.browser_hash,
    grantId: row.grant_id,
    userCode: row.user_code,
    externalUserId: row.external_user_id,
    issuer: row.issuer,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
  };
}
