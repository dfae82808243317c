import { expect, test } from 'vitest';
import { referencePage } from './reference-page.ts';
import { wireRefusal } from './refusals.ts';

const page = referencePage();

test('the reference page brings no script and loads nothing but its stylesheet', () => {
  expect(page).not.toMatch(/<script|\son\w+=|javascript:|<img|@import/i);
  expect([...page.matchAll(/<link[^>]*>/g)].map(([link]) => link)).toEqual([
    '<link rel="stylesheet" href="reference.css">',
  ]);
});

test('no link on the reference page leads nowhere', () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
});

test('the address that a problem of the administration names leads to its line', () => {
  const { body } = wireRefusal('problem', 'last_administrator');
  const [, anchor] = /#(.+)$/.exec('type' in body ? String(body.type) : '') ?? [];

  expect(page).toContain(`id="${anchor}"`);
});
