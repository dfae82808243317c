import { expect, test } from 'vitest';
import { html, prose } from './html.ts';

test('text that is put into HTML stays text', () => {
  expect(html`<p title="${'a "quote"'}">${'<b>&</b>'}</p>`.source).toBe(
    '<p title="a &#34;quote&#34;">&#60;b&#62;&#38;&#60;/b&#62;</p>',
  );
});

test('HTML that is put into HTML stays HTML', () => {
  expect(html`<ul>${['a', 'b'].map((item) => html`<li>${item}</li>`)}</ul>`.source).toBe(
    '<ul><li>a</li><li>b</li></ul>',
  );
});

test('backticks in prose mark code', () => {
  expect(prose('Sets `a<b` and more').source).toBe('Sets <code>a&#60;b</code> and more');
});
