import { expect, test } from 'vitest';
import { type AccessDraft, accessBody, isSameAccess, withOne, without } from './chosen.ts';

const [ANN, BO] = [
  { id: 'a', name: 'Ann', email: 'ann@example.com' },
  { id: 'b', name: 'Bo', email: 'bo@example.com' },
];
const DRAFT: AccessDraft = { mode: 'private', groups: [], people: [ANN, BO] };

test('the order in which people were chosen is no change', () => {
  expect(isSameAccess(DRAFT, { ...DRAFT, people: [BO, ANN] })).toBe(true);
  expect(isSameAccess(DRAFT, { ...DRAFT, people: [ANN] })).toBe(false);
  expect(isSameAccess(DRAFT, { ...DRAFT, mode: 'public' })).toBe(false);
});

test('groups and people stay chosen in a mode where they do not count', () => {
  expect(accessBody({ ...DRAFT, mode: 'private_all' })).toEqual({
    access_mode: 'private_all',
    group_ids: [],
    account_ids: ['a', 'b'],
  });
});

test('nobody is chosen twice', () => {
  expect(withOne([ANN], ANN)).toEqual([ANN]);
  expect(withOne([ANN], BO)).toEqual([ANN, BO]);
  expect(without([ANN, BO], 'a')).toEqual([BO]);
});
