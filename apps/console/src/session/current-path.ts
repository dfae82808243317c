/** The address of this page within our origin. */
export function currentPath(): string {
  return location.pathname + location.search + location.hash;
}
