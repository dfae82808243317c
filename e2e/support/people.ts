import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Server } from './server.ts';

export const ANN = { name: 'Ann Lee', email: 'ann@example.com', password: 'correct horse 1' };

/** Fills the set-up form of a fresh server; ends signed in, on the workspaces. */
export async function setUpInBrowser(page: Page, link: string, person = ANN): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
}

/** Fills the sign-in form that is shown. */
export async function signInOnPage(page: Page, person = ANN): Promise<void> {
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Sets a server up by its API. */
export async function setUp(server: Server, person = ANN): Promise<void> {
  const response = await new Visitor(server.address).post('/console/api/setup', person);
  expect(response.status).toBe(201);
}

/** A script with cookies, as a browser keeps them. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send('GET', path, undefined, headers);
  }

  post(path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send('POST', path, body, headers);
  }

  put(path: string, body: object): Promise<Response> {
    return this.#send('PUT', path, body, {});
  }

  patch(path: string, body: object): Promise<Response> {
    return this.#send('PATCH', path, body, {});
  }

  delete(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send('DELETE', path, undefined, headers);
  }

  async signIn(person = ANN): Promise<Response> {
    return this.post('/console/api/login', { email: person.email, password: btoa(person.password) });
  }

  async #send(
    method: string,
    path: string,
    body: object | undefined,
    headers: Record<string, string>,
  ): Promise<Response> {
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': this.cookies.get('csrf_token') ?? '',
        cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    return response;
  }
}
