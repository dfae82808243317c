import { createServiceProviderKey } from '@latchkey/sso';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aConnection, type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';

let world: SsoWorld;

beforeEach(async () => {
  world = await startSsoWorld();
});

afterEach(() => world[Symbol.asyncDispose]());

const overview = async () => (await world.admin.send('GET', '/admin-api/v1/overview')).json();

/** Certificates made here hold for twenty years: one that ends in so many days began that long before. */
async function certificateEndingInDays(days: number): Promise<string> {
  const began = new Date(Date.now() + days * 86_400_000);
  began.setUTCFullYear(began.getUTCFullYear() - 20);
  return (await createServiceProviderKey('The provider', began)).certificate;
}

const saml = (entityId: string, certificates: string[]) => ({
  provider: {
    protocol: 'saml',
    entity_id: entityId,
    sso_url: `${entityId}/sso`,
    sso_binding: 'redirect',
    certificates,
    name_id_format: null,
    fields: { subject: null, email: null, name: null, groups: null },
    verified_email: { kind: 'always' },
  },
});

describe('the overview warns', () => {
  test('of connections that are on and whose certificates end soon or have ended, unless a new one is there', async () => {
    const [ended, soon, later] = await Promise.all([-3, 9, 400].map(certificateEndingInDays));
    if (ended === undefined || soon === undefined || later === undefined) throw new Error('no certificates');
    const connect = (name: string, certificates: string[], changes = {}) =>
      world.connect(aConnection({ name, ...saml(`https://${name}.example`, certificates), ...changes }));
    const ending = await connect('soon', [ended, soon]);
    const over = await connect('over', [ended]);
    await connect('rollover', [soon, later]);
    await connect('off', [ended], { enabled: false });
    await world.connectOAuth2();

    expect((await overview()).certificates_ending).toEqual([
      { connection_id: over.id, connection: 'over', not_after: expect.any(String) },
      { connection_id: ending.id, connection: 'soon', not_after: expect.any(String) },
    ]);
  });

  test('of an enforcement until somebody confirms it or it has reverted', async () => {
    world.people.ann = { id: 1, email: 'ann@example.com', email_verified: true };
    const connection = await world.connectOAuth2();
    await world.setPolicy({ sso: true });
    const { url } = (await world.admin.send('POST', `/admin-api/v1/sso-connections/${connection.id}/tests`)).json();
    await world.walk(world.admin, url, 'ann');
    expect((await overview()).enforcement_reverts_at).toBeNull();

    await world.setPolicy({ sso_enforced: true, confirm_within_minutes: 30 });
    const { sso_enforcement } = (await world.admin.send('GET', '/admin-api/v1/sign-in-policy')).json();
    expect(sso_enforcement.reverts_at).toEqual(expect.any(String));
    expect((await overview()).enforcement_reverts_at).toBe(sso_enforcement.reverts_at);

    world.server.advance(30 * 60);
    expect((await overview()).enforcement_reverts_at).toBeNull();
  });
});
