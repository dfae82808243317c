import type { DeviceGrant, DeviceGrantStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { DeviceGrantRow, Schema } from './schema.ts';

type Id = DeviceGrant['id'];
type AccountId = NonNullable<DeviceGrant['decidedBy']>;

export function deviceGrants(db: Database): DeviceGrantStore {
  return {
    add: async (grant) => (await db.write(add, grantRow(grant))) === 1,
    async findByDeviceCode(deviceCodeHash) {
      const [row] = await db.read(byDeviceCode, { deviceCodeHash });
      return row && grantFrom(row);
    },
    async findByUserCode(userCodeHash) {
      const [row] = await db.read(byUserCode, { userCodeHash });
      return row && grantFrom(row);
    },
    async noteView(id, accountId) {
      await db.write(noteView, { id, accountId });
    },
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && grantFrom(row);
    },
    approveExternally: async (id, { externalUserId, issuer, expiresAt }) =>
      (await db.write(approveExternally, { id, externalUserId, issuer, expiresAt: expiresAt.getTime() })) === 1,
    async decide(id, { status, accountId, expiresAt }) {
      return (await db.write(decide, { id, status, accountId, expiresAt: expiresAt.getTime() })) === 1;
    },
    async notePoll(id, at, intervalSeconds) {
      await db.write(notePoll, { id, at: at.getTime(), intervalSeconds });
    },
    markRedeemed: async (id) => (await db.write(markRedeemed, { id })) === 1,
  };
}

const add = (db: Kysely<Schema>, row: DeviceGrantRow) =>
  db
    .insertInto('device_grants')
    .values(row)
    .onConflict((conflict) => conflict.column('user_code_hash').doNothing());

const grants = (db: Kysely<Schema>) =>
  db
    .selectFrom('device_grants')
    .select([
      'id',
      'device_code_hash',
      'user_code_hash',
      'client_id',
      'device_label',
      'requested_ip',
      'requested_at',
      'expires_at',
      'status',
      'viewed_by',
      'decided_by',
      'external_user_id',
      'external_issuer',
      'interval_seconds',
      'last_polled_at',
    ]);

const byDeviceCode = (db: Kysely<Schema>, { deviceCodeHash }: { deviceCodeHash: string }) =>
  grants(db).where('device_code_hash', '=', deviceCodeHash);

const byUserCode = (db: Kysely<Schema>, { userCodeHash }: { userCodeHash: string }) =>
  grants(db).where('user_code_hash', '=', userCodeHash);

const noteView = (db: Kysely<Schema>, { id, accountId }: { id: Id; accountId: AccountId }) =>
  db.updateTable('device_grants').set({ viewed_by: accountId }).where('id', '=', id).where('status', '=', 'pending');

const decide = (
  db: Kysely<Schema>,
  {
    id,
    status,
    accountId,
    expiresAt,
  }: { id: Id; status: DeviceGrant['status']; accountId: AccountId; expiresAt: number },
) =>
  db
    .updateTable('device_grants')
    .set({ status, decided_by: accountId, expires_at: expiresAt })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    // Somebody else may have looked at it since the decision was weighed.
    .where((eb) => eb.or([eb('viewed_by', 'is', null), eb('viewed_by', '=', accountId)]));

const byId = (db: Kysely<Schema>, { id }: { id: Id }) => grants(db).where('id', '=', id);

const approveExternally = (
  db: Kysely<Schema>,
  {
    id,
    externalUserId,
    issuer,
    expiresAt,
  }: { id: Id; externalUserId: DeviceGrantRow['external_user_id']; issuer: string; expiresAt: number },
) =>
  db
    .updateTable('device_grants')
    .set({ status: 'approved', external_user_id: externalUserId, external_issuer: issuer, expires_at: expiresAt })
    .where('id', '=', id)
    .where('status', '=', 'pending');

const notePoll = (db: Kysely<Schema>, { id, at, intervalSeconds }: { id: Id; at: number; intervalSeconds: number }) =>
  db.updateTable('device_grants').set({ last_polled_at: at, interval_seconds: intervalSeconds }).where('id', '=', id);

const markRedeemed = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db.updateTable('device_grants').set({ status: 'redeemed' }).where('id', '=', id).where('status', '=', 'approved');

function grantFrom(row: DeviceGrantRow): DeviceGrant {
  return {
    id: row.id,
    deviceCodeHash: row.device_code_hash,
    userCodeHash: row.user_code_hash,
    clientId: row.client_id,
    deviceLabel: row.device_label,
    requestedIp: row.requested_ip,
    requestedAt: new Date(row.requested_at),
    expiresAt: new Date(row.expires_at),
    status: row.status,
    viewedBy: row.viewed_by,
    decidedBy: row.decided_by,
    externalUserId: row.external_user_id,
    externalIssuer: row.external_issuer,
    intervalSeconds: row.interval_seconds,
    lastPolledAt: dateOrNull(row.last_polled_at),
  };
}

function grantRow(grant: DeviceGrant): DeviceGrantRow {
  return {
    id: grant.id,
    device_code_hash: grant.deviceCodeHash,
    user_code_hash: grant.userCodeHash,
    client_id: grant.clientId,
    device_label: grant.deviceLabel,
    requested_ip: grant.requestedIp,
    requested_at: grant.requestedAt.getTime(),
    expires_at: grant.expiresAt.getTime(),
    status: grant.status,
    viewed_by: grant.viewedBy,
    decided_by: grant.decidedBy,
    external_user_id: grant.externalUserId,
    external_issuer: grant.externalIssuer,
    interval_seconds: grant.intervalSeconds,
    last_polled_at: msOrNull(grant.lastPolledAt),
  };
}
