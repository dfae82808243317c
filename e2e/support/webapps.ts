import { expect } from 'vitest';
import { ANN, Visitor } from './people.ts';
import type { Server } from './server.ts';

export interface Published {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly url: string;
}

interface Access {
  readonly access_mode?: string;
  readonly group_ids?: string[];
  readonly account_ids?: string[];
}

/** Publishes apps and chooses who opens them, as Ann does. */
export interface Publisher {
  publish(name: string, upstream: string, access?: Access): Promise<Published>;
  choose(app: Published, access: Access): Promise<void>;
  ask(app: Published, conditions: object): Promise<void>;
  group(name: string, ...emails: string[]): Promise<{ readonly id: string; readonly name: string }>;
  /** The id of somebody who has an account. */
  accountOf(email: string): Promise<string>;
}

export async function publisher(server: Server): Promise<Publisher> {
  const ann = new Visitor(server.address);
  await ann.signIn(ANN);
  const done = async (response: Response) => {
    expect(response.ok, response.url).toBe(true);
    return response.json();
  };
  const choose: Publisher['choose'] = async (app, access) => {
    const body = { access_mode: 'private', group_ids: [], account_ids: [], ...access };
    await done(await ann.put(`/console/api/webapps/${app.id}/access`, body));
  };
  const accountOf: Publisher['accountOf'] = async (email) => {
    const query = new URLSearchParams({ keyword: email });
    const found = await done(await ann.get(`/console/api/enterprise/webapp/app/subject/search?${query}`));
    return found.subjects[0].subjectId;
  };
  return {
    choose,
    accountOf,
    async publish(name, upstream, access = {}) {
      const code = name.toLowerCase();
      const app = await done(await ann.post('/console/api/webapps', { name, code, upstream }));
      await choose(app, access);
      return app;
    },
    async ask(app, conditions) {
      await done(await ann.put(`/console/api/webapps/${app.id}/conditions`, conditions));
    },
    async group(name, ...emails) {
      const group = await done(await ann.post('/console/api/groups', { name }));
      const account_ids = await Promise.all(emails.map(accountOf));
      if (account_ids.length > 0)
        await done(await ann.post(`/console/api/groups/${group.id}/members`, { account_ids }));
      return group;
    },
  };
}
