import { consoleApi } from '@latchkey/contract';
import {
  askForAccountDeletion,
  askForEmailChange,
  changeEmail,
  checkEmailIsFree,
  deleteOwnAccount,
  proveEmailChange,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { clearSessionCookies } from '../../http/session-cookies.ts';
import { wireAccount } from './wire-account.ts';

const SUCCESS = { result: 'success' } as const;

export function emailChangeRoutes(implement: Implement, { platform }: ServerContext): void {
  implement(consoleApi.sendEmailChangeCode)(async ({ actor, origin, body }) => {
    const { email, phase, token, language } = body;
    return { ...SUCCESS, data: await askForEmailChange(platform, origin, actor, { email, phase, token, language }) };
  });

  implement(consoleApi.checkEmailChangeCode)(async ({ actor, origin, body }) => ({
    is_valid: true,
    ...(await proveEmailChange(platform, origin, actor, body)),
  }));

  implement(consoleApi.changeEmail)(async ({ actor, origin, body }) => {
    const account = await changeEmail(platform, origin, actor, { newEmail: body.new_email, token: body.token });
    return wireAccount({ ...actor, account });
  });

  implement(consoleApi.checkEmailUnique)(async ({ actor, body }) => {
    await checkEmailIsFree(platform, actor, body.email);
    return SUCCESS;
  });

  implement(consoleApi.sendAccountDeletionCode)(async ({ actor, origin }) => ({
    ...SUCCESS,
    data: await askForAccountDeletion(platform, origin, actor),
  }));

  implement(consoleApi.deleteMyAccount)(async ({ actor, origin, body, request, reply }) => {
    await deleteOwnAccount(platform, origin, actor, body);
    clearSessionCookies(request, reply);
    return SUCCESS;
  });

  implement(consoleApi.accountDeletionFeedback)(() => SUCCESS);
}
