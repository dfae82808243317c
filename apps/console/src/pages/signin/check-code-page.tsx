import { getRouteApi } from '@tanstack/react-router';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { signInWithCode } from '../../session/sign-in.ts';
import { CodeStep } from '../mail-code/code-step.tsx';
import { sendSignInCode } from './send-sign-in-code.ts';
import { useFollow } from './use-follow.ts';

const route = getRouteApi('/signin/check-code');

export function CheckCodePage() {
  const search = route.useSearch();
  const { language } = usePreferences();
  const follow = useFollow(search.redirect_url);
  return (
    <EntranceFrame>
      <CodeStep
        purpose="sign_in"
        check={async (proof, code) => follow(await signInWithCode(proof, code, language))}
        send={(email) => sendSignInCode(email, language)}
        back={{ to: '/signin', search }}
      />
    </EntranceFrame>
  );
}
