import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from './house.mjs';

/**
 * Node 24, as the package `node` puts it down.
 *
 * @param {string} house
 */
function node24In(house) {
  return join(house, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

export const NODE_24 = node24In(HOUSE);

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean }} Package
 * @typedef {Record<string, Package>} Packages
 */

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm writes its own record of an installation last, so
 * an interrupted one, another version and a new workspace all show.
 */
export function isInstalled(house = HOUSE) {
  const wanted = packagesIn(join(house, 'package-lock.json'));
  const present = packagesIn(join(house, 'node_modules', '.package-lock.json'));
  return (
    existsSync(node24In(house)) && Object.entries(wanted).every(([path, it]) => isSatisfied(path, it, present[path]))
  );
}

/**
 * @param {string} path
 * @param {Package} wanted
 * @param {Package | undefined} present
 */
function isSatisfied(path, wanted, present) {
  if (!path.includes('node_modules/')) return true;
  if (present === undefined) return wanted.optional === true;
  return wanted.version === present.version && wanted.integrity === present.integrity && wanted.link === present.link;
}

/**
 * @param {string} file
 * @returns {Packages}
 */
function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
