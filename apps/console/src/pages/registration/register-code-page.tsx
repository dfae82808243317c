import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { client } from '../../session/client.ts';
import { keepProof } from '../../session/mail-proof.ts';
import { forget } from '../../session/tab-memory.ts';
import { CodeStep } from '../mail-code/code-step.tsx';
import { sendRegistrationCode } from './send-registration-code.ts';

const route = getRouteApi('/signup/check-code');

export function RegisterCodePage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { language } = usePreferences();
  return (
    <EntranceFrame>
      <CodeStep
        purpose="registration"
        check={async (proof, code) => {
          const body = { ...proof, code };
          keepProof('registration_proven', await client.call('POST /console/api/email-register/validity', { body }));
          forget('registration');
          await navigate({ to: '/signup/set-password', search, replace: true });
        }}
        send={(email) => sendRegistrationCode(email, language)}
        back={{ to: '/signup', search }}
      />
    </EntranceFrame>
  );
}
