import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addContext, removeContext, useAccount, useHost } from './change-contexts.ts';
import { activeContext, listContexts } from './context.ts';
import { type Hosts, noHosts, type StoredAccount } from './hosts.ts';
import { readHosts, writeHosts } from './hosts-file.ts';

const host = fc.constantFrom('a.example.com', 'b.example.com:8443', 'constructor');
const email = fc.constantFrom('ann@a.cc', 'bob@a.cc', '__proto__');
const stored = fc.record({
  account: fc.record({ id: fc.constantFrom('', '1', '2'), email, name: fc.string() }),
  tokenStorage: fc.constantFrom('file' as const, 'keychain' as const),
  basePath: fc.constantFrom('', '/dify'),
});

type Change = (hosts: Hosts) => void;
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(host, email, stored).map(
    ([name, address, account]): Change =>
      (hosts) => {
        addContext(hosts, { host: name, scheme: 'https', email: address, stored: account });
        expect(activeContext(hosts)).toMatchObject({ host: name, email: address, tokenStorage: account.tokenStorage });
      },
  ),
  fc.tuple(host, email).map(
    ([name, address]): Change =>
      (hosts) => {
        const before = listContexts(hosts).filter((it) => it.host !== name || it.email !== address);
        removeContext(hosts, { host: name, email: address });
        expect(listContexts(hosts).map(identity)).toEqual(before.map(identity));
      },
  ),
  host.map(
    (name): Change =>
      (hosts) =>
        useHost(hosts, name),
  ),
  fc.tuple(host, email).map(
    ([name, address]): Change =>
      (hosts) =>
        useAccount(hosts, { host: name, email: address }),
  ),
);

const identity = (it: { host: string; email: string; tokenStorage: string }) => [it.host, it.email, it.tokenStorage];
const account = (id: string): StoredAccount => ({ account: { id, email: `${id}@a.cc`, name: id }, basePath: '' });

describe('contexts', () => {
  test('have exactly one active among them after any changes, and survive being written and read', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const hosts = noHosts();
        for (const apply of changes) {
          apply(hosts);
          const all = listContexts(hosts);
          expect(all.filter(({ active }) => active)).toHaveLength(all.length === 0 ? 0 : 1);
          expect(listContexts(readHosts(JSON.parse(JSON.stringify(writeHosts(hosts)))))).toEqual(all);
        }
      }),
    );
  });

  test('of the original client keep their place of tokens when a new sign-in uses another', () => {
    const hosts = noHosts();
    hosts.byName.set('old', { scheme: 'https', currentAccount: 'x', accounts: new Map([['x', account('x')]]) });
    addContext(hosts, {
      host: 'new',
      scheme: 'https',
      email: 'y',
      stored: { ...account('y'), tokenStorage: 'keychain' },
    });
    expect(listContexts(hosts).map(identity)).toEqual([
      ['old', 'x', 'file'],
      ['new', 'y', 'keychain'],
    ]);
  });
});
