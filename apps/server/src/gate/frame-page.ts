import { createHash } from 'node:crypto';
import type { PageLanguage } from '@latchkey/contract/vocabulary';
import type { WebApp } from '@latchkey/core';

interface Framed {
  readonly webApp: Pick<WebApp, 'name' | 'frameOrigins'>;
  /** Where the app opens by itself. */
  readonly address: string;
  readonly language: PageLanguage;
}

/**
 * What a frame of another site shows to somebody who is not let in: Latchkey's pages, where they would sign in, are never
 * framed. It looks again when they come back from the other tab.
 */
export function framePage({ webApp, address, language }: Framed): { html: string; policy: string } {
  const { text, link } = WORDS[language](escapeHtml(webApp.name));
  return {
    html: `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(webApp.name)}</title>
<style>${STYLE}</style>
<main><p>${text}</p><a href="${escapeHtml(address)}" target="_blank" rel="noopener">${link}</a></main>
<script>${SCRIPT}</script>
</html>
`,
    policy: `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'; frame-ancestors ${["'self'", ...webApp.frameOrigins].join(' ')}`,
  };
}

const WORDS = {
  'en-US': (name: string) => ({
    text: `To use ${name} here, open it in its own tab first, then come back.`,
    link: `Open ${name} in a new tab`,
  }),
  'zh-Hans': (name: string) => ({
    text: `要在此处使用“${name}”，请先在单独的标签页中打开它，再回到这里。`,
    link: `在新标签页中打开“${name}”`,
  }),
  'ja-JP': (name: string) => ({
    text: `ここで「${name}」を使うには、先に別のタブで開いてから、このページに戻ってください。`,
    link: `「${name}」を新しいタブで開く`,
  }),
};

const STYLE = `:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1f23;--next:#0e6b5c;--on:#fff;--focus:#b07a24}
@media (prefers-color-scheme:dark){:root{--paper:#111518;--ink:#e8eaea;--next:#56bfa8;--on:#111518;--focus:#d9a441}}
html,body{height:100%}
body{margin:0;display:grid;place-items:center;background:var(--paper);color:var(--ink);font:15px/1.5 Inter,system-ui,sans-serif}
main{max-width:420px;padding:24px;text-align:center}p{margin:0 0 16px}
a{display:inline-block;padding:8px 16px;border-radius:8px;background:var(--next);color:var(--on);text-decoration:none;font-weight:600}
a:focus-visible{outline:2px solid var(--focus);outline-offset:2px}`;

const SCRIPT =
  "document.addEventListener('visibilitychange',()=>{if(document.visibilityState==='visible')location.reload()})";

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);
}
