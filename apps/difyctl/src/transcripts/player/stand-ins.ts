import { readFileSync } from 'node:fs';
import type { Stage } from './scene.ts';

const PORT = ':19070';
const { version: VERSION } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

/** What a scene says, in the words of this run. */
export function toReal(text: string, { server, home }: Stage): string {
  return text.replaceAll(PORT, server.host.replace(/^.*:/, ':')).replaceAll('~', home.folder);
}

/** What difyctl said, in words that are the same in every run, on every machine. */
export function toTold(text: string, { server, home }: Stage): string {
  return text
    .replaceAll(server.host.replace(/^.*:/, ':'), PORT)
    .replaceAll(home.folder, '~')
    .replaceAll(VERSION, 'VERSION')
    .replaceAll(
      /\b(commit|buildDate|platform|arch)("?: +["']?)[^"',\n]*/gi,
      (_, name, mark) => name + mark + name.toUpperCase(),
    )
    .replaceAll(/\(\d+ ms\)/g, '(N ms)');
}
