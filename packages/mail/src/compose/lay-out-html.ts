import type { LetterText } from './letter-text.ts';

export interface LaidOut extends LetterText {
  readonly language: string;
  readonly organisation: string;
  readonly addressBeneath: string;
  readonly footer: string;
}

// The colours of the pages, light and dark.
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; background: #fbfaf7; color: #1c1f23; font: 15px/1.5 Inter, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans", "Noto Sans CJK SC", sans-serif; }
.page { max-width: 480px; margin: 0 auto; padding: 24px; background: #ffffff; border: 1px solid #e6e2da; border-radius: 10px; }
.mark { margin: 0 0 20px; font-weight: 600; letter-spacing: -0.01em; color: #8a5d17; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
.code { margin: 4px 0 20px; font: 600 32px/1.25 "JetBrains Mono", ui-monospace, Menlo, Consolas, monospace; letter-spacing: 0.12em; }
.button { display: inline-block; padding: 10px 18px; background: #0e6b5c; color: #ffffff; border-radius: 8px; font-weight: 600; text-decoration: none; }
.quiet { font-size: 13px; color: #5b6066; }
.address { font-size: 13px; color: #5b6066; word-break: break-all; }
.footer { max-width: 480px; margin: 16px auto 0; padding: 0 24px; }
@media (prefers-color-scheme: dark) {
  body { background: #111518; color: #e8eaea; }
  .page { background: #191f23; border-color: #2a3238; }
  .mark { color: #d9a441; }
  .button { background: #56bfa8; color: #111518; }
  .quiet, .address { color: #9aa3a8; }
}`;

/** A letter for those who read HTML: loads nothing from anywhere, and says the same as the plain one. */
export function layOutHtml(letter: LaidOut): string {
  const { language, subject, organisation, lines, code, button, addressBeneath, notes, footer } = letter;
  const body = [
    `<p class="mark">${escaped(organisation)}</p>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    ...(code === undefined ? [] : [`<p class="code">${escaped(code)}</p>`]),
    ...(button === undefined ? [] : buttonAndAddress(button, addressBeneath)),
    ...notes.map((note) => `<p class="quiet">${escaped(note)}</p>`),
  ];
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${STYLE}
</style>
</head>
<body>
<div class="page">
${body.join('\n')}
</div>
<p class="quiet footer">${escaped(footer)}</p>
</body>
</html>
`;
}

function buttonAndAddress({ label, link }: NonNullable<LetterText['button']>, addressBeneath: string): string[] {
  return [
    `<p><a class="button" href="${escaped(link)}">${escaped(label)}</a></p>`,
    `<p class="address">${escaped(addressBeneath)}<br>${escaped(link)}</p>`,
  ];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (symbol) => ESCAPES[symbol] ?? '');
}
