import { adminApi } from '@latchkey/contract';
import type { SsoConnectionId, SsoTestId } from '@latchkey/contract/vocabulary';
import {
  type CertificateSummary,
  type ConfiguredConnection,
  changeConnection,
  createConnection,
  DomainError,
  deleteConnection,
  proveDomain,
  refusedSettings,
  SSO_REFUSALS,
  type SsoTest,
  type SsoTestResult,
  startTest,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { sendTransactionCookie, transactionTokens } from '../../http/sso-cookies.ts';
import { connectionFrom } from './connection-from.ts';
import { wireConnection, wireDomain } from './wire-connection.ts';

const SUCCESS = { result: 'success' } as const;

/** SSO connections: set up, proven, tested. */
export function adminSsoRoutes(implement: Implement, { platform, rules, oauth2Presets }: ServerContext): void {
  const { store, sso } = platform;

  const listed = async (all: readonly ConfiguredConnection[], one: ConfiguredConnection) =>
    wireConnection(one, {
      rules: platform.rules,
      all,
      identityCount: await store.identities.count(one.id),
      lastTest: (await store.ssoTests.latest()).find(({ connectionId }) => connectionId === one.id),
    });

  const read = async (id: SsoConnectionId) => {
    const all = await store.ssoConnections.list();
    const one = all.find((connection) => connection.id === id);
    if (one === undefined) throw new DomainError('sso_connection_not_found');
    return listed(all, one);
  };

  // Before those with an id in their address.
  implement(adminApi.getSsoPresets)(async () => {
    const presets = await oauth2Presets();
    const data = (['github', 'generic'] as const).map((name) => {
      const preset = presets[name];
      const provider = {
        protocol: 'oauth2' as const,
        authorization_url: preset.authorizationUrl,
        token_url: preset.tokenUrl,
        user_info_url: preset.userInfoUrl,
        emails_url: preset.emailsUrl,
        issuer: preset.issuer,
        token_authentication: preset.tokenAuthentication,
        scopes: [...preset.scopes],
        fields: { ...preset.fields },
        verified_email: preset.verifiedEmail,
      };
      return { name, provider };
    });
    return { data };
  });

  implement(adminApi.listSsoConnections)(async () => {
    const all = await store.ssoConnections.list();
    return { data: await Promise.all(all.map((one) => listed(all, one))) };
  });

  implement(adminApi.createSsoConnection)(async ({ actor, origin, body: { id: chosen, ...body } }) => {
    const settings = connectionFrom(body);
    // A boundary: a UUID from outside becomes an id.
    const id = await createConnection(platform, origin, actor, { settings, id: chosen as SsoConnectionId | undefined });
    await rules.refresh();
    return read(id);
  });

  implement(adminApi.getSsoConnection)(({ params }) => read(idFrom(params)));

  implement(adminApi.changeSsoConnection)(async ({ actor, origin, params, body: { version, ...body } }) => {
    const id = idFrom(params);
    await changeConnection(platform, origin, actor, { id, version, settings: connectionFrom(body) });
    await rules.refresh();
    return read(id);
  });

  implement(adminApi.deleteSsoConnection)(async ({ actor, origin, params }) => {
    await deleteConnection(platform, origin, actor, idFrom(params));
    await rules.refresh();
    return SUCCESS;
  });

  implement(adminApi.proveSsoDomain)(async ({ actor, origin, params }) => {
    const domain = await proveDomain(platform, origin, actor, { id: idFrom(params), domain: params.domain });
    return wireDomain(domain, platform.rules);
  });

  implement(adminApi.discoverOidc)(async ({ body }) => {
    const found = await orRefusedSettings(async () => (await sso.connector()).discover(body.issuer));
    return {
      issuer: found.issuer,
      authorization_endpoint: found.authorizationEndpoint,
      token_endpoint: found.tokenEndpoint,
      user_info_endpoint: found.userInfoEndpoint,
      end_session_endpoint: found.endSessionEndpoint,
      scopes: [...found.scopes],
      claims: [...found.claims],
      id_token_algorithms: [...found.idTokenAlgorithms],
      supports_back_channel_logout: found.supportsBackChannelLogout,
    };
  });

  implement(adminApi.inspectSamlMetadata)(async ({ body }) => {
    const source = 'url' in body ? ({ kind: 'url', ...body } as const) : ({ kind: 'xml', ...body } as const);
    const found = await orRefusedSettings(async () => (await sso.connector()).inspectMetadata(source));
    return {
      entity_id: found.entityId,
      sso_url: found.ssoUrl,
      sso_binding: found.ssoBinding,
      certificates: found.certificates.map(wireCertificate),
      name_id_formats: [...found.nameIdFormats],
    };
  });

  implement(adminApi.startSsoTest)(async ({ actor, origin, params, request, reply }) => {
    const connectionId = idFrom(params);
    const [browserToken] = transactionTokens(request);
    const started = await startTest(platform, origin, { account: actor.account, connectionId, browserToken });
    sendTransactionCookie(request, reply, started.browserToken);
    const query = new URLSearchParams({ ticket: started.ticket ?? '' });
    return { test_id: started.testId, url: `/sso/${connectionId}/start?${query}` };
  });

  implement(adminApi.getSsoTest)(async ({ params }) => {
    const connection = await store.ssoConnections.find(idFrom(params));
    if (connection === undefined) throw new DomainError('sso_connection_not_found');
    const test = await store.ssoTests.find(params.test_id as SsoTestId);
    if (test?.connectionId !== connection.id) throw new DomainError('not_found');
    return wireTest(test, connection);
  });
}

// A boundary: a UUID from outside becomes an id.
function idFrom({ connection_id }: { readonly connection_id: string }): SsoConnectionId {
  return connection_id as SsoConnectionId;
}

async function orRefusedSettings<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw refusedSettings(error);
  }
}

function wireCertificate({ pem, subject, sha256Fingerprint, notBefore, notAfter }: CertificateSummary) {
  return {
    pem,
    subject,
    sha256_fingerprint: sha256Fingerprint,
    not_before: notBefore.toISOString(),
    not_after: notAfter.toISOString(),
  };
}

function wireTest(test: SsoTest, connection: ConfiguredConnection) {
  const { claims = null, mapped = null, decision = null, refusal = null }: Partial<SsoTestResult> = test.result ?? {};
  return {
    id: test.id,
    started_by: test.startedByName,
    started_at: test.startedAt.toISOString(),
    finished_at: test.finishedAt?.toISOString() ?? null,
    outcome: test.outcome,
    is_stale: test.connectionVersion !== connection.version,
    claims: claims === null ? null : { ...claims },
    mapped:
      mapped === null
        ? null
        : {
            subject: mapped.subject,
            email: mapped.email,
            email_verified: mapped.emailVerified,
            name: mapped.name,
            groups: [...mapped.groups],
          },
    decision,
    refusal: refusal === null ? null : { ...refusal, ...SSO_REFUSALS[refusal.code] },
  };
}
