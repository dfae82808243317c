import { consoleApi } from '@latchkey/contract';
import { askForSignInCode, signInWithCode } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { registerLink } from './links.ts';
import { requireSetUp } from './require-set-up.ts';
import { answerSignIn } from './sign-in-answer.ts';

export function emailCodeRoutes(implement: Implement, context: ServerContext): void {
  const { platform } = context;

  implement(consoleApi.sendSignInCode)(async ({ body, origin }) => {
    await requireSetUp(context);
    const { email, language = 'en-US' } = body;
    const asking = { email, language, registerLink: await registerLink(platform) };
    return { result: 'success', data: await askForSignInCode(platform, origin, asking) };
  });

  implement(consoleApi.signInWithCode)(async ({ body, origin, ...exchange }) => {
    await requireSetUp(context);
    const { email, token, language = 'en-US', timezone } = body;
    const typed = { email, token, language, timezone, code: decodeDigits(body.code) };
    return answerSignIn(context, exchange, await signInWithCode(platform, origin, typed));
  });
}

/** Dify's clients send base64 of the digits; six plain digits are accepted as well. */
export function decodeDigits(sent: string): string {
  return /^\d{6}$/.test(sent) ? sent : Buffer.from(sent, 'base64').toString('utf8').trim();
}
