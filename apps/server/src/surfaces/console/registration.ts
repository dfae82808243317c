import { consoleApi } from '@latchkey/contract';
import { askToRegister, DomainError, proveRegistration, registerAccount } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { requireSetUp } from './require-set-up.ts';
import { answerSignIn } from './sign-in-answer.ts';

export function registrationRoutes(implement: Implement, context: ServerContext): void {
  const { platform } = context;

  implement(consoleApi.sendRegistrationCode)(async ({ body, origin }) => {
    await requireSetUp(context);
    const { publicUrl } = platform.rules;
    const links = { signInLink: `${publicUrl}/signin`, resetLink: `${publicUrl}/reset-password` };
    const { email, language = 'en-US' } = body;
    return { result: 'success', data: await askToRegister(platform, origin, { email, language, ...links }) };
  });

  implement(consoleApi.checkRegistrationCode)(async ({ body, origin }) => {
    await requireSetUp(context);
    return { is_valid: true, ...(await proveRegistration(platform, origin, body)) };
  });

  implement(consoleApi.register)(async ({ body, origin, ...exchange }) => {
    await requireSetUp(context);
    const { token, new_password: password, password_confirm, name, language = 'en-US', timezone } = body;
    if (password !== password_confirm) throw new DomainError('password_mismatch');
    const result = await registerAccount(platform, origin, { token, password, name, language, timezone });
    const answer = await answerSignIn(context, exchange, result);
    if (answer.result === 'fail') return answer;
    return { result: 'success', data: answer.tokens };
  });
}
