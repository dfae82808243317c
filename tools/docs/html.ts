/** A piece of HTML, as opposed to text that still has to be escaped. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = Html | string | number | readonly Part[];

/** Builds HTML; what is put in is escaped unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((all, string, index) => `${all}${render(parts[index - 1] ?? '')}${string}`));
}

/** Text in which `backticks` mark code. */
export function prose(text: string): Html {
  const pieces = text
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
  return html`${pieces}`;
}

function render(part: Part): string {
  if (part instanceof Html) return part.source;
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return typeof part === 'number' ? String(part) : part.map(render).join('');
}
