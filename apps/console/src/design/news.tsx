import { Notice } from './notice.tsx';

/** Says what has just been done; `null` for nothing. */
export function News({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Notice tone="done" announces={text}>
      <p>{text}</p>
    </Notice>
  );
}
