import { describe, expect, test } from 'vitest';
import { pageRange } from './page-range.ts';

const rows = (count: number) => Array.from({ length: count });

describe('where one is in a long list', () => {
  test('is told by the rows that are shown', () => {
    const list = { page: 3, limit: 50, total: 123, data: rows(23) };
    expect(pageRange(list, 'en-US')).toEqual({ from: '101', to: '123', total: '123' });
  });

  test('among a hundred thousand, the rows are counted only so far, and the pages go on', () => {
    const list = { page: 400, limit: 50, total: 10_000, data: rows(50) };
    expect(pageRange(list, 'en-US')).toEqual({ from: '19,951', to: '20,000', total: '10,000+' });
  });

  test('is nowhere beyond the end', () => {
    const list = { page: 9, limit: 50, total: 3, data: [] };
    expect(pageRange(list, 'en-US')).toEqual({ from: '0', to: '0', total: '3' });
  });
});
