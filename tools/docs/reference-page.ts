import { ERRORS } from '@latchkey/contract/vocabulary';
import { type Html, html, prose } from './html.ts';
import { type FieldList, type ReferenceEntry, type ReferenceSurface, reference } from './reference.ts';

/** `reference.html`: the readable page that the server shows at `/reference`. */
export function referencePage(): string {
  const surfaces = reference();
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Latchkey reference</title>
<link rel="stylesheet" href="reference.css">
</head>
<body>
<a class="skip" href="#main">Skip to the reference</a>
<header>
<h1>${MARK}Latchkey reference</h1>
<p>Every endpoint of this server and every refusal. For machines: <a href="openapi.json">openapi.json</a>.</p>
</header>
<nav aria-label="Contents">
${surfaces.map(contents)}
<p class="group"><a href="#refusals">Refusals</a></p>
</nav>
<main id="main">
${surfaces.map(section)}
${refusalSection()}
</main>
</body>
</html>
`;
  return page.source;
}

/** The keyhole cut out of a rounded door with an unequal corner. */
const MARK = html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path fill-rule="evenodd" d="M10 2h7a11 11 0 0 1 11 11v13a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a6 6 0 0 1 6-6Zm6 8a4.2 4.2 0 0 0-2.1 7.84L12.4 25h7.2l-1.5-7.16A4.2 4.2 0 0 0 16 10Z"/></svg>`;

function contents({ name, prefix, entries }: ReferenceSurface): Html {
  return html`<p class="group"><a href="#${anchor(name)}">${name}</a></p>
<ul>
${entries.map(({ id, route, summary }) => html`<li><a href="#${id}"><span class="method">${methodOf(route)}</span> ${pathOf(route).slice(prefix.length)}</a> <span class="summary">${summary}</span></li>\n`)}</ul>
`;
}

function section({ name, prefix, about, entries }: ReferenceSurface): Html {
  return html`<section aria-labelledby="${anchor(name)}">
<h2 id="${anchor(name)}">${name} <code>${prefix}</code></h2>
<p>${about}</p>
${entries.map(article)}</section>
`;
}

function article({ id, route, summary, description, caller, inputs, answers, refusals }: ReferenceEntry): Html {
  return html`<article aria-labelledby="${id}">
<h3 id="${id}"><a href="#${id}"><span class="method">${methodOf(route)}</span> ${pathOf(route)}</a></h3>
<p><strong>${summary}.</strong> ${prose(description)}</p>
<p class="caller">Who may call: ${prose(caller)}</p>
${[...inputs, ...answers].map(fieldTable)}
${refusals.length === 0 ? '' : refusalTable(refusals)}</article>
`;
}

function fieldTable({ title, fields }: FieldList): Html {
  if (fields.length === 0) return html`<p>${title}: an empty object.</p>`;
  const rows = fields.map(
    ({ path, type, rules, pattern }) =>
      html`<tr><th scope="row"><code>${path}</code></th><td>${type}</td><td>${prose(rules)}${pattern === '' ? '' : html`; matches <code>${pattern}</code>`}</td></tr>\n`,
  );
  return table(title, ['Field', 'Type', 'Rules'], rows);
}

function refusalTable(refusals: ReferenceEntry['refusals']): Html {
  const rows = refusals.map(
    ({ status, code, message }) =>
      html`<tr><td>${status}</td><th scope="row"><a href="#refusal-${code}"><code>${code}</code></a></th><td>${message}</td></tr>\n`,
  );
  return table('Refusals', ['Status', 'Code', 'Message'], rows);
}

function refusalSection(): Html {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, exit, message }]) =>
      html`<tr id="refusal-${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${exit}</td><td>${message}</td></tr>\n`,
  );
  return html`<section aria-labelledby="refusals">
<h2 id="refusals">Refusals</h2>
<p>A code says what is true; the HTTP status and the exit code of difyctl follow from it.</p>
${table('Every refusal', ['Code', 'HTTP status', 'Exit code', 'Message'], rows)}
</section>`;
}

/** A table that scrolls by itself where it is too wide. */
function table(title: string, head: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="wide"><table>
<caption>${title}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>
`;
}

function anchor(name: string): string {
  return name.toLowerCase();
}

function methodOf(route: string): string {
  return route.slice(0, route.indexOf(' '));
}

function pathOf(route: string): string {
  return route.slice(route.indexOf(' ') + 1);
}
