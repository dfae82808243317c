import { expect, test } from 'vitest';
import { administrationPath } from './administration-path.ts';

const ORIGIN = 'https://id.example.com';

test.each(['/admin/members?q=ann', '/admin?days=7', '/admin/attempts?reference=req-1'])(
  'whoever was sent to sign in comes back to %s',
  (path) => {
    expect(administrationPath(path, ORIGIN)).toBe(path);
  },
);

test.each([
  undefined,
  '/',
  '/account',
  '/administration',
  '/admin/signin',
  '/admin/enter',
  '//evil.example/admin/members',
  'https://evil.example/admin/members',
])('%j leads to the first page of the administration', (wanted) => {
  expect(administrationPath(wanted, ORIGIN)).toBe('/admin');
});
