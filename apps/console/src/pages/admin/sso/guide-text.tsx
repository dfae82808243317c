import type { ReactNode } from 'react';

/** A text of a guide with its marks. */
export function GuideText({ text }: { readonly text: string }) {
  return <>{text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/).map(marked)}</>;
}

function marked(part: string, index: number): ReactNode {
  // The parts of a text never change their order.
  const key = `${index} ${part}`;
  if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>;
  if (part.startsWith('**')) return <strong key={key}>{part.slice(2, -2)}</strong>;
  if (part.length > 2 && part.startsWith('*')) return <em key={key}>{part.slice(1, -1)}</em>;
  return part;
}
