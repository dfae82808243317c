/** A piece of a guide; the text of each still has its marks (`**bold**`, `*words*`, `` `code` ``). */
export type GuideBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Reads the Markdown of our guides: headings, paragraphs, numbered steps and tables, and nothing else. */
export function readGuide(markdown: string): readonly GuideBlock[] {
  return markdown
    .trim()
    .split(/\n\s*\n/)
    .map(readBlock);
}

function readBlock(block: string): GuideBlock {
  const heading = /^#+ (.+)$/.exec(block);
  if (heading?.[1] !== undefined) return { kind: 'heading', text: heading[1] };
  if (block.startsWith('|')) return readTable(block);
  if (/^\d+\. /.test(block)) {
    const items = block.split(/\n(?=\d+\. )/).map((item) => unfolded(item.replace(/^\d+\. /, '')));
    return { kind: 'steps', items };
  }
  return { kind: 'paragraph', text: unfolded(block) };
}

function readTable(block: string): GuideBlock {
  const [head = [], , ...rows] = block.split('\n').map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return { kind: 'table', head, rows };
}

function unfolded(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
