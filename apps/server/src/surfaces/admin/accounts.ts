import { adminApi } from '@latchkey/contract';
import type { AccountId, WorkspaceId } from '@latchkey/contract/vocabulary';
import {
  addAccount,
  banAccount,
  closeAccount,
  DomainError,
  deleteAccount,
  endAccountSessions,
  endEverybodysSessions,
  liftAccountLock,
  renameAccount,
  startPasswordReset,
  unbanAccount,
  viewAccount,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { accountFilter, wireListedAccount } from './account-rows.ts';
import { attach } from './attachment.ts';
import { csvLine } from './csv-line.ts';
import { inPieces } from './in-pieces.ts';
import { pageAnswer, pageFrom } from './page-answer.ts';
import { wireAccountView } from './wire-account-view.ts';

const SUCCESS = { result: 'success' } as const;
const COLUMNS = ['id', 'email', 'name', 'status', 'workspace_count', 'last_sign_in_at', 'created_at'] as const;

export function adminAccountRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  implement(adminApi.listAccounts)(async ({ query }) => {
    const listing = { ...accountFilter(query), sort: query.sort, descending: query.order === 'desc' };
    const { total, data } = await store.accounts.list(listing, pageFrom(query));
    return pageAnswer(query, total, data.map(wireListedAccount));
  });

  implement(adminApi.exportAccounts)(({ query, reply }) => {
    attach(reply, 'members', 'csv', clock());
    async function* rows() {
      yield csvLine(COLUMNS);
      for await (const account of store.accounts.read(accountFilter(query))) {
        const row = wireListedAccount(account);
        yield csvLine(COLUMNS.map((column) => row[column]));
      }
    }
    return inPieces(rows());
  });

  implement(adminApi.createAccount)(async ({ actor, origin, body }) => {
    const { email, name, language = 'en-US', workspace_id, role = 'normal' } = body;
    const place = workspace_id === undefined ? undefined : { workspaceId: workspace_id as WorkspaceId, role };
    const { id, oneTimePassword } = await addAccount(platform, origin, actor, { email, name, language, place });
    return { id, one_time_password: oneTimePassword };
  });

  implement(adminApi.getAccount)(async ({ params }) => wireAccountView(await viewAccount(platform, accountId(params))));

  implement(adminApi.changeAccount)(async ({ actor, origin, params, body }) => {
    await renameAccount(platform, origin, actor, accountId(params), body.name);
    return SUCCESS;
  });

  implement(adminApi.banAccount)(async ({ actor, origin, params }) => ({
    ...SUCCESS,
    sessions_ended: await banAccount(platform, origin, actor, accountId(params)),
  }));

  implement(adminApi.unbanAccount)(async ({ actor, origin, params }) => {
    await unbanAccount(platform, origin, actor, accountId(params));
    return SUCCESS;
  });

  implement(adminApi.closeAccount)(async ({ actor, origin, params, body }) => {
    await closeAccount(platform, origin, actor, accountId(params), heirsFrom(body));
    return SUCCESS;
  });

  implement(adminApi.deleteAccount)(async ({ actor, origin, params, body }) => {
    await deleteAccount(platform, origin, actor, accountId(params), heirsFrom(body));
    return SUCCESS;
  });

  implement(adminApi.resetAccountPassword)(async ({ actor, origin, params, body }) => ({
    one_time_password: await startPasswordReset(platform, origin, actor, {
      accountId: accountId(params),
      kind: body.kind,
    }),
  }));

  implement(adminApi.liftAccountLock)(async ({ actor, origin, params }) => {
    await liftAccountLock(platform, origin, actor, accountId(params));
    return SUCCESS;
  });

  implement(adminApi.endAccountSessions)(async ({ actor, origin, params }) => ({
    ended: await endAccountSessions(platform, origin, actor, accountId(params)),
  }));

  implement(adminApi.endEverybodysSessions)(({ actor, origin }) => endEverybodysSessions(platform, origin, actor));

  implement(adminApi.changeAccounts)(async ({ actor, origin, body }) => {
    const act = { ban: banAccount, unban: unbanAccount, end_sessions: endAccountSessions, lift_lock: liftAccountLock };
    const refused: { account_id: string; code: string; message: string }[] = [];
    for (const id of body.account_ids) {
      try {
        await act[body.action](platform, origin, actor, id as AccountId);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push({ account_id: id, code: error.code, message: error.message });
      }
    }
    return { changed: body.account_ids.length - refused.length, refused };
  });
}

/** Boundaries: UUIDs from outside become ids. */
function accountId({ account_id }: { readonly account_id: string }): AccountId {
  return account_id as AccountId;
}

function heirsFrom({ heirs }: { readonly heirs: readonly { workspace_id: string; account_id: string }[] }) {
  return new Map(heirs.map(({ workspace_id, account_id }) => [workspace_id as WorkspaceId, account_id as AccountId]));
}
