import { DomainError } from '@latchkey/core';

/**
 * The path for the application, as it was sent; one that leads upwards could leave its folder, and one with a character
 * that no path has could be read in two ways.
 *
 * @throws DomainError `path_refused`.
 */
export function appPath(rest: string): string {
  if (rest === '') return '/';
  if (rest.startsWith('?')) return `/${rest}`;
  const [path = ''] = rest.split(/[?#]/);
  const plain = path.replace(/%2e/gi, '.').replace(/%2f|%5c|\\/gi, '/');
  const isOdd = [...rest].some((symbol) => symbol <= ' ' || symbol === '\u007f');
  if (isOdd || !rest.startsWith('/') || /(^|\/)\.\.?(\/|$)/.test(plain)) throw new DomainError('path_refused');
  return rest;
}
