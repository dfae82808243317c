import { expect, test } from 'vitest';
import { placeToAct } from './place-to-act.ts';

test('a lock and a wrong password are dealt with at the account', () => {
  expect(placeToAct('limit_account_network', 'id-1')).toEqual({ kind: 'member', accountId: 'id-1' });
  expect(placeToAct('wrong_password', 'id-1')).toEqual({ kind: 'member', accountId: 'id-1' });
});

test('a method that is off is dealt with among the methods, whoever it was', () => {
  expect(placeToAct('method_off', 'id-1')).toEqual({ kind: 'methods' });
});

test('where nobody is known there is nothing to open', () => {
  expect(placeToAct('wrong_password', null)).toBeUndefined();
});
