import { expect, test } from 'vitest';
import { timeZones } from './time-zones.ts';

const offered = (own: string) => timeZones(own).flatMap(({ items }) => items.map(({ value }) => value));

test('the time zones of the world are offered, and UTC', () => {
  expect(offered('UTC')).toEqual(expect.arrayContaining(['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'UTC']));
});

test('an account keeps a time zone that this browser does not know', () => {
  expect(offered('Mars/Olympus_Mons')).toContain('Mars/Olympus_Mons');
});

test('no time zone is offered twice', () => {
  const zones = offered('Asia/Tokyo');
  expect(new Set(zones).size).toBe(zones.length);
});

test('names read without underscores', () => {
  const labels = timeZones('UTC').flatMap(({ items }) => items.map(({ label }) => label));
  expect(labels).toContain('America/New York');
});
