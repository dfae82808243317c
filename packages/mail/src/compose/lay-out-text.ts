import type { LaidOut } from './lay-out-html.ts';

/** A letter for those who read plain text. */
export function layOutText({ organisation, lines, code, button, notes, footer }: LaidOut): string {
  const act = [...(code === undefined ? [] : [`    ${code}`]), ...(button ? [`${button.label}:\n${button.link}`] : [])];
  return `${[organisation, ...lines, ...act, ...notes, `-- \n${footer}`].join('\n\n')}\n`;
}
