import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { client } from '../../session/client.ts';
import { keepProof } from '../../session/mail-proof.ts';
import { forget } from '../../session/tab-memory.ts';
import { CodeStep } from '../mail-code/code-step.tsx';
import { sendResetCode } from './send-reset-code.ts';

const route = getRouteApi('/reset-password/check-code');

export function ForgotCodePage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { language } = usePreferences();
  return (
    <EntranceFrame>
      <CodeStep
        purpose="new_password"
        check={async (proof, code) => {
          const body = { ...proof, code };
          keepProof('new_password_proven', await client.call('POST /console/api/forgot-password/validity', { body }));
          forget('new_password');
          await navigate({ to: '/reset-password/set-password', search, replace: true });
        }}
        send={(email) => sendResetCode(email, language)}
        back={{ to: '/reset-password', search }}
      />
    </EntranceFrame>
  );
}
