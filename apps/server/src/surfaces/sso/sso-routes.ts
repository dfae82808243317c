import { ssoRedirects } from '@latchkey/contract';
import {
  addressesOf,
  type ConfiguredConnection,
  DomainError,
  redeemSsoTicket,
  type SsoPurpose,
  serves,
  signOutByProvider,
  startSso,
} from '@latchkey/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { samePath } from '../../gate/ways.ts';
import type { ServerContext } from '../../http/context.ts';
import { requestOrigin } from '../../http/request-origin.ts';
import { sendTransactionCookie, transactionTokens } from '../../http/sso-cookies.ts';
import { callbackAnswers } from './callbacks.ts';
import { connectionIdFrom } from './connection-id.ts';
import { invitedEmail } from './invited-email.ts';
import { leave } from './leave.ts';
import { refusedPage } from './refused-page.ts';

/** A signed and encrypted SAML answer with many groups. */
const FORM_LIMIT_BYTES = 1024 * 1024;

type Params = { Params: { connection_id: string } };

/** `/sso`: where browsers go to an identity provider and come back, and what providers ask of us. */
export function ssoRoutes(app: FastifyInstance, context: ServerContext): void {
  const { platform } = context;
  const { answerCallback, answerForm } = callbackAnswers(context);
  const path = ({ path }: { readonly path: string }) => path.replace('{connection_id}', ':connection_id');

  app.get<Params>(path(ssoRedirects.login), async (request, reply) => {
    const query = ssoRedirects.login.query.safeParse(request.query);
    const asked = query.success ? query.data : ssoRedirects.login.query.parse({});
    const isAdministration = asked.for === 'administration';
    const returnTo = pathOf(asked.redirect_url, isAdministration ? '/admin' : '/');
    const purpose: SsoPurpose = isAdministration
      ? { kind: 'administration', returnTo }
      : { kind: 'workspace', returnTo, invitedEmail: await invitedEmail(platform, asked.invite_token) };
    return orRefused(request, reply, purpose, async () => {
      const started = await startSso(platform, requestOrigin(request), {
        connectionId: connectionIdFrom(request.params.connection_id),
        purpose,
        loginHint: asked.email,
        browserToken: transactionTokens(request)[0],
      });
      sendTransactionCookie(request, reply, started.browserToken);
      return leave(reply, started.redirect);
    });
  });

  app.get<Params>(path(ssoRedirects.start), async (request, reply) => {
    const query = ssoRedirects.start.query.safeParse(request.query);
    return orRefused(request, reply, undefined, async () => {
      const ticket = query.success ? query.data.ticket : '';
      return leave(reply, await redeemSsoTicket(platform, { ticket, browserTokens: transactionTokens(request) }));
    });
  });

  app.get<Params>(path(ssoRedirects.callback), (request, reply) =>
    answerCallback(request, reply, { connectionId: request.params.connection_id, answer: answerFrom(request.query) }),
  );

  app.get<Params>(path(ssoRedirects.metadata), async (request, reply) => {
    const connection = await platform.store.ssoConnections.find(connectionIdFrom(request.params.connection_id));
    if (connection?.provider.protocol !== 'saml') throw new DomainError('sso_connection_not_found');
    const connector = await platform.sso.connector();
    const { metadataXml } = connector.describe(connection, addressesOf(platform.rules, connection));
    return reply.type('application/samlmetadata+xml; charset=utf-8').send(metadataXml);
  });

  for (const protocol of ['oidc', 'oauth2'] as const) {
    app.get(ssoRedirects.aliases[protocol], async (request, reply) => {
      const connectionId = (await onlyOneOf(protocol))?.id ?? '';
      return answerCallback(request, reply, { connectionId, answer: answerFrom(request.query) });
    });
  }

  app.register((forms, _options, registered) => {
    const parser = { parseAs: 'string', bodyLimit: FORM_LIMIT_BYTES } as const;
    forms.addContentTypeParser('application/x-www-form-urlencoded', parser, (_request, body, done) => {
      done(null, answerFrom(body.toString()));
    });
    const options = { bodyLimit: FORM_LIMIT_BYTES };

    forms.post<Params>(path(ssoRedirects.acs), options, (request, reply) =>
      answerForm(request, reply, { connectionId: request.params.connection_id, answer: formOf(request) }),
    );

    forms.post(ssoRedirects.aliases.saml, options, async (request, reply) => {
      const connectionId = (await onlyOneOf('saml'))?.id ?? '';
      const callbackUrl = `${platform.rules.publicUrl}${ssoRedirects.aliases.saml}`;
      return answerForm(request, reply, { connectionId, answer: formOf(request), callbackUrl });
    });

    forms.post<Params>(path(ssoRedirects.backChannelLogout), async (request, reply) => {
      const { logout_token } = formOf(request);
      try {
        const connectionId = connectionIdFrom(request.params.connection_id);
        const logoutToken = typeof logout_token === 'string' ? logout_token : '';
        await signOutByProvider(platform, requestOrigin(request), { connectionId, logoutToken });
        return reply.code(200).send();
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        // Back-Channel Logout 1.0 §2.8.
        return reply.code(400).send({ error: 'invalid_request', error_description: error.code });
      }
    });
    registered();
  });

  /** Dify's addresses lead somewhere while that is no question. */
  async function onlyOneOf(protocol: 'saml' | 'oidc' | 'oauth2'): Promise<ConfiguredConnection | undefined> {
    const serving = (await platform.store.ssoConnections.list()).filter(
      (connection) => connection.provider.protocol === protocol && serves(connection, 'workspace'),
    );
    return serving.length === 1 ? serving[0] : undefined;
  }
}

async function orRefused(
  request: FastifyRequest,
  reply: FastifyReply,
  purpose: SsoPurpose | undefined,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return reply.redirect(refusedPage(purpose, error, request.id), 303);
  }
}

/** A path of this server to come back to, but none that starts over. */
function pathOf(text: string | undefined, otherwise: string): string {
  const path = samePath(text);
  return text === undefined || path === '/' || path.startsWith('/sso/') ? otherwise : path;
}

/** A name that came twice has a list. */
function answerFrom(source: unknown): Record<string, string | string[]> {
  if (typeof source !== 'string') return { ...(source as Record<string, string | string[]>) };
  const form = new URLSearchParams(source);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** What the parser above made of the body. */
function formOf({ body }: FastifyRequest): Record<string, string | string[]> {
  return answerFrom(typeof body === 'object' && body !== null ? body : {});
}
