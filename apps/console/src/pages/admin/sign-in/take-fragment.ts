/** What stands after the `#`, which then stands there no longer; a fragment never reaches a server or its logs. */
export function takeFragment(): string | undefined {
  const fragment = location.hash.slice(1);
  if (fragment === '') return undefined;
  history.replaceState(null, '', location.pathname);
  return fragment;
}
