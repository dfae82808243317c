import { timingSafeEqual } from 'node:crypto';
import { consoleApi } from '@latchkey/contract';
import { countAgainstLimit, DomainError, networkOf, setUpInstance } from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../../http/context.ts';
import { cookieValues, setCookie } from '../../http/cookies.ts';
import type { Implement } from '../../http/implement.ts';
import { isForeignHost, isLocalCaller } from '../../http/local-caller.ts';
import { isSecure } from '../../http/request-origin.ts';
import { publishSample } from '../../sample-app/publish-sample.ts';

const INIT_COOKIE_SECONDS = 3600;

export function bootstrapRoutes(implement: Implement, context: ServerContext): void {
  const { platform, settings, tokens, setUpSecret } = context;

  implement(consoleApi.getSetup)(async () => {
    const setUpAt = await platform.store.instance.setUpAt();
    if (setUpAt === undefined) return { step: 'not_started', setup_at: null };
    return { step: 'finished', setup_at: setUpAt.toISOString().slice(0, -1) };
  });

  implement(consoleApi.setup)(async ({ body, request, origin }) => {
    if (isForeignHost(request, settings)) throw new DomainError('foreign_host');
    if (await context.isSetUp()) throw new DomainError('already_setup');
    if (!isOpenTo(request) && !hasProvenSecret(request)) throw new DomainError('not_init_validated');
    await setUpInstance(platform, origin, { ...body, language: body.language ?? 'en-US' });
    if (context.sample.address() !== undefined) await publishSample(platform, origin, body.email);
    return { result: 'success' };
  });

  implement(consoleApi.getInit)(async ({ request }) => {
    const isDone = (await context.isSetUp()) || hasProvenSecret(request) || isOpenTo(request);
    return { status: isDone ? 'finished' : 'not_started' };
  });

  implement(consoleApi.init)(async ({ body, request, reply, origin }) => {
    if (isForeignHost(request, settings)) throw new DomainError('foreign_host');
    if (await context.isSetUp()) throw new DomainError('already_setup');
    await countAgainstLimit(platform, 'set-up-secret', networkOf(origin.ip));
    if (!equal(body.password, setUpSecret)) throw new DomainError('init_validate_failed');
    const exp = Math.floor(platform.clock().getTime() / 1000) + INIT_COOKIE_SECONDS;
    const options = { secure: isSecure(request), httpOnly: true, maxAgeSeconds: INIT_COOKIE_SECONDS };
    reply.header('set-cookie', setCookie('session', tokens.init.sign({ exp }), options));
    return { result: 'success' };
  });

  implement(consoleApi.version)(({ query }) => ({
    version: query.current_version,
    release_date: '',
    release_notes: '',
    can_auto_update: false,
    features: { can_replace_logo: false, model_load_balancing_enabled: false },
  }));

  implement(consoleApi.ping)(() => ({ result: 'pong' }));

  /** Somebody at this machine needs no secret, unless the operator asked for one. */
  function isOpenTo(request: FastifyRequest): boolean {
    return settings.initPassword === undefined && isLocalCaller(request, settings.host);
  }

  function hasProvenSecret(request: FastifyRequest): boolean {
    return cookieValues(request.headers.cookie, 'session').some((value) => {
      const claims = tokens.init.read(value);
      return claims !== undefined && platform.clock().getTime() < claims.exp * 1000;
    });
  }
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
