import { describe, expect, test } from 'vitest';
import { codeOf } from '../testing/code-of.ts';
import { DIFY_PERSON, startDify } from '../testing/start-dify.ts';
import { initialize } from './initialize.ts';

const { email, password, name } = DIFY_PERSON;
const env = {};

describe('a fresh server', () => {
  test('is set up and signed in to', async () => {
    await using dify = await startDify('1.14.2', { fresh: true });

    expect(await initialize({ server: dify.url, email, password, env })).toMatchObject({ email, name: 'dify' });
    expect(JSON.parse(dify.requests.find(({ line }) => line === 'POST /setup')?.body ?? '').password).toBe(password);
  });

  test('that its operator guards wants the init password, from the environment or a person', async () => {
    await using dify = await startDify('1.14.2', { fresh: { initPassword: 'letmein1' } });

    const wrong = { PSDIFY_INIT_PASSWORD: 'wrong' };
    await expect(initialize({ server: dify.url, email, password, env: wrong })).rejects.toMatchObject({
      code: 'init_password_failed',
      message: 'Failed to validate init password: Unauthorized',
    });
    expect(await codeOf(initialize({ server: dify.url, email, password, env }))).toBe('init_password_required');
    const askInitPassword = async () => 'letmein1';
    expect(await initialize({ server: dify.url, email, password, env, askInitPassword })).toMatchObject({ email });
  });

  test('names its administrator in no more letters than it takes', async () => {
    await using dify = await startDify('1.14.2', { fresh: true });
    const long = `${'a'.repeat(40)}@example.com`;

    expect((await initialize({ server: dify.url, email: long, password, env })).name).toBe('a'.repeat(30));
  });

  test('that refuses to be set up, or says nothing of itself, is left as it is', async () => {
    await using dify = await startDify('1.14.2', { fresh: true });
    const options = { server: dify.url, email, password, env };

    dify.answer('POST /setup', { status: 400, body: { error: { type: 'invalid', message: 'Weak password' } } });
    expect(await codeOf(initialize(options))).toBe('set_up_failed');
    dify.answer('GET /setup', { body: {} });
    expect(await codeOf(initialize(options))).toBe('installation_status_failed');
  });

  test('that is set up already is only signed in to', async () => {
    await using dify = await startDify('1.14.2');

    expect(await initialize({ server: dify.url, email, password, env })).toMatchObject({ name });
    expect(dify.asked).not.toContain('POST /setup');
  });
});
