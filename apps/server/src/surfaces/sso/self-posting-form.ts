import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Answers with a page whose form the browser posts by itself; a button does it where scripts are off. The provider may
 * redirect the post anywhere over https, as providers do.
 */
export function sendSelfPostingForm(reply: FastifyReply, { action, fields }: Form): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const target = URL.canParse(action) ? new URL(action).origin : "'self'";
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; form-action ${target} https:; base-uri 'none'; frame-ancestors 'none'`;
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return reply
    .header('content-security-policy', policy)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Single sign-on</title><form method="post" action="${escapeHtml(action)}">${inputs}<button>Continue</button></form><script nonce="${nonce}">document.forms[0].submit()</script></html>`,
    );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
