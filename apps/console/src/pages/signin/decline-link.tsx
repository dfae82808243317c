import { useMutation } from '@tanstack/react-query';
import { ActButton } from '../../design/act-button.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';

interface Props {
  readonly word: string;
  readonly onDeclined: () => void;
}

/** Forgets the identity that waits. */
export function DeclineLink({ word, onDeclined }: Props) {
  const declining = useMutation({
    mutationFn: () => client.call('DELETE /console/api/sso/pending-link', {}),
    onSuccess: onDeclined,
  });
  return (
    <>
      {declining.isError ? <RefusalNotice error={declining.error} /> : null}
      <ActButton variant="outline" pending={declining.isPending} onClick={() => declining.mutate()}>
        {word}
      </ActButton>
    </>
  );
}
