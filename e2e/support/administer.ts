import { expect } from 'vitest';
import { ANN, Visitor } from './people.ts';
import type { Server } from './server.ts';

type Person = Pick<typeof ANN, 'email' | 'password'>;

type Act = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

/** Acts in the administration, as its first administrator does. */
export async function administer(server: Server, { email, password }: Person = ANN): Promise<Act> {
  const administrator = new Visitor(server.address);
  await administrator.post('/admin-api/v1/session', { email, password });
  const cookie = [...administrator.cookies].map((pair) => pair.join('=')).join('; ');
  return async (method, path, body) => {
    const response = await fetch(`${server.address}/admin-api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-latchkey-admin': '1', cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.ok, `${method} ${path}`).toBe(true);
    return response.json();
  };
}
