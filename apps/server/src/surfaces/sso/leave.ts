import type { SsoRedirect } from '@latchkey/core';
import type { FastifyReply } from 'fastify';
import { sendSelfPostingForm } from './self-posting-form.ts';

/** Sends the browser to the provider. */
export function leave(reply: FastifyReply, redirect: SsoRedirect): FastifyReply {
  return redirect.kind === 'url' ? reply.redirect(redirect.url, 302) : sendSelfPostingForm(reply, redirect);
}
