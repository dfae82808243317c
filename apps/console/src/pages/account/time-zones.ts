/** All time zones under their regions, and the account's own even when this browser does not know it. */
export function timeZones(own: string): { group: string; items: { value: string; label: string }[] }[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', own]);
  const regions = Map.groupBy(
    [...names].sort((a, b) => (a < b ? -1 : 1)),
    (name) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : 'UTC'),
  );
  return [...regions].map(([group, zones]) => ({
    group,
    items: zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
  }));
}
