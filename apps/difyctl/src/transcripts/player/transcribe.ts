import { play } from './play.ts';
import type { Scene } from './scene.ts';

const AT_ONCE = 4;

/** Plays scenes in pipes and in a terminal, and writes down for a reader what each showed. */
export async function transcribe(scenes: readonly Scene[]): Promise<string> {
  const pages: string[] = [];
  for (let at = 0; at < scenes.length; at += AT_ONCE) {
    pages.push(...(await Promise.all(scenes.slice(at, at + AT_ONCE).map(toPage))));
  }
  return pages.join('\n');
}

/** Standard error of the pipes is marked with `2|`; a terminal shows both in one. */
async function toPage(scene: Scene): Promise<string> {
  const { piped, shown } = await play(scene);
  const typed = Object.values(scene.typed ?? {}).map((keys) => ` ${keys}`);
  const where = typed.length === 0 ? 'In a terminal' : `In a terminal, typing${typed.join(', then')}`;
  const isSame =
    shown.exitCode === piped?.exitCode &&
    [piped.stderr + piped.stdout, piped.stdout + piped.stderr].includes(shown.text);
  return [
    `# ${scene.title}`,
    toPrompt(scene),
    ...(piped ? [...toLines(piped.stderr, '2| '), ...toLines(piped.stdout), `exit ${piped.exitCode}`] : []),
    ...(isSame ? [`${where}: the same.`] : [`${where}:`, ...toLines(shown.text), `exit ${shown.exitCode}`]),
    '',
  ].join('\n');
}

function toPrompt({ words, env = {}, input }: Scene): string {
  const variables = Object.entries(env).map(
    ([name, value]) => `${name}=${value.includes(' ') ? `'${value}'` : value} `,
  );
  return `$ ${input === undefined ? '' : `echo ${input} | `}${variables.join('')}${`difyctl ${words}`.trimEnd()}`;
}

function toLines(text: string, mark = ''): string[] {
  if (text === '') return [];
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => mark + line);
}
