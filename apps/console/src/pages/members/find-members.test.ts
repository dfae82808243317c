import { expect, test } from 'vitest';
import { findMembers } from './find-members.ts';

const ANN = { name: 'Ann Lee', email: 'ann@example.com' };
const BO = { name: '李 博', email: 'bo@lab.example.org' };

test.each([
  ['', [ANN, BO]],
  ['lee ann', [ANN]],
  ['EXAMPLE.ORG', [BO]],
  ['李', [BO]],
  ['ann lab', []],
])('%j finds members by name and address', (wanted, found) => {
  expect(findMembers([ANN, BO], wanted)).toEqual(found);
});
