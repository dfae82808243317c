import { webAppApi } from '@latchkey/contract';
import { DomainError, enterWebApp, type Guest, type PublishedWebApp } from '@latchkey/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerContext } from '../http/context.ts';
import type { Implement } from '../http/implement.ts';
import { requestOrigin } from '../http/request-origin.ts';
import { requireSetUp } from '../surfaces/console/require-set-up.ts';
import { visitors } from '../surfaces/webapps/visitor.ts';
import { addressOf, kindOfPlace } from './place.ts';
import { signedInSession } from './signed-in-session.ts';
import { callback, samePath, signInPage } from './ways.ts';

/** Latchkey's own side of the way into a WebApp. */
export function entranceRoutes(app: FastifyInstance, implement: Implement, context: ServerContext): void {
  const { platform, gateOptions, identityTokens } = context;
  const { store } = platform;

  app.get('/gate/enter', async (request, reply) => {
    await requireSetUp(context);
    const query = webAppApi.enterWebApp.body.safeParse(request.query);
    const webApp = query.success ? await store.webApps.findByCode(query.data.app) : undefined;
    if (!query.success || webApp === undefined) return reply.callNotFound();
    const { nonce, return: returnTo } = query.data;
    try {
      return reply.redirect(await enter(request, webApp, { nonce, returnTo, passphrase: undefined }), 302);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const said = { reason: error.code, reference: request.id, entrance: request.url };
      return reply.redirect(signInPage(webApp, said), 302);
    }
  });

  implement(webAppApi.enterWebApp)(async ({ body, request }) => {
    await requireSetUp(context);
    const webApp = await found(body.app);
    const { nonce, return: returnTo, passphrase } = body;
    return { url: await enter(request, webApp, { nonce, returnTo, passphrase }) };
  });

  implement(webAppApi.getWebAppDoor)(async ({ params }) => {
    await requireSetUp(context);
    const { code, name, icon, accessMode, passphraseHash, host } = await found(params.code);
    return {
      code,
      name,
      icon,
      url: addressOf(gateOptions, platform.rules, { code, host }),
      access_mode: accessMode,
      asks_passphrase: passphraseHash !== null,
      external_sso_protocol: (await externalConnection())?.provider.protocol ?? null,
      contact: platform.rules.contact,
    };
  });

  implement(webAppApi.getGateKeys)(() => ({ keys: [identityTokens.publicKey] }));

  async function externalConnection() {
    const { externalConnectionId: id } = platform.rules;
    return id === null ? undefined : store.ssoConnections.find(id);
  }

  /** Who signed in as an external user in this browser. */
  function externalLogin(request: FastifyRequest) {
    const login = visitors(context).loginOf(request);
    return login?.auth_type === 'external' ? login.user_id : undefined;
  }

  async function found(code: string): Promise<PublishedWebApp> {
    const webApp = await store.webApps.findByCode(code);
    if (webApp === undefined) throw new DomainError('webapp_not_found');
    return webApp;
  }

  interface Asked {
    readonly nonce: string;
    readonly returnTo: string;
    readonly passphrase: string | undefined;
  }

  /** Where the browser goes that may enter: in the place `path` on the host it came by. */
  async function enter(request: FastifyRequest, webApp: PublishedWebApp, { nonce, returnTo, passphrase }: Asked) {
    const session = await signedInSession(context, request);
    const external = webApp.accessMode === 'sso_verified' ? externalLogin(request) : undefined;
    const member: Guest = session === undefined ? { kind: 'nobody' } : { kind: 'member', session };
    const guest: Guest = external === undefined ? member : { kind: 'external', userId: external };
    // The digest of the nonce came in base64url; kept is what the store makes of the nonce itself.
    const nonceHash = Buffer.from(nonce, 'base64url').toString('hex');
    const code = await enterWebApp(platform, requestOrigin(request), { webApp, guest, nonceHash, passphrase });
    const isByPath = kindOfPlace(gateOptions, webApp) === 'path';
    const address = isByPath ? `/apps/${webApp.code}` : addressOf(gateOptions, platform.rules, webApp);
    const path = samePath(returnTo);
    return code === undefined ? address + path : callback(address, code, path);
  }
}
