import { Notice } from './notice.tsx';
import { Reference } from './reference.tsx';
import { useRefusal } from './use-refusal.ts';
import { WhomToAsk } from './whom-to-ask.tsx';

interface Props {
  readonly error: unknown;
  /** Words that fit this place better than the general ones. */
  readonly text?: string | undefined;
}

/** Why the server refused, whom to ask, and the reference to quote. */
export function RefusalNotice({ error, text }: Props) {
  const refusal = useRefusal()(error);
  return (
    <Notice tone="refused" announces={error}>
      <p>{text ?? refusal.text}</p>
      {refusal.reference === undefined ? null : <WhomToAsk />}
      <Reference value={refusal.reference} />
    </Notice>
  );
}
