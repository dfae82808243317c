import { consoleApi } from '@latchkey/contract';
import {
  askForPasswordReset,
  DomainError,
  openPasswordLink,
  provePasswordReset,
  resetPassword,
  setPasswordByLink,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { registerLink } from './links.ts';
import { requireSetUp } from './require-set-up.ts';

const SUCCESS = { result: 'success' } as const;

export function forgotPasswordRoutes(implement: Implement, context: ServerContext): void {
  const { platform } = context;

  for (const endpoint of [consoleApi.forgotPassword, consoleApi.resetPasswordLegacy]) {
    implement(endpoint)(async ({ body, origin }) => {
      await requireSetUp(context);
      const { email, language = 'en-US' } = body;
      const asking = { email, language, registerLink: await registerLink(platform) };
      return { ...SUCCESS, data: await askForPasswordReset(platform, origin, asking) };
    });
  }

  implement(consoleApi.checkPasswordResetCode)(async ({ body, origin }) => {
    await requireSetUp(context);
    return { is_valid: true, ...(await provePasswordReset(platform, origin, body)) };
  });

  implement(consoleApi.resetPassword)(async ({ body, origin }) => {
    await requireSetUp(context);
    if (body.new_password !== body.password_confirm) throw new DomainError('password_mismatch');
    await resetPassword(platform, origin, { token: body.token, password: body.new_password });
    return SUCCESS;
  });

  implement(consoleApi.openPasswordLink)(async ({ body, origin }) => {
    await requireSetUp(context);
    const { email } = await openPasswordLink(platform, origin, body.token);
    return { email };
  });

  implement(consoleApi.setPasswordByLink)(async ({ body, origin }) => {
    await requireSetUp(context);
    await setPasswordByLink(platform, origin, { token: body.token, password: body.new_password });
    return SUCCESS;
  });
}
