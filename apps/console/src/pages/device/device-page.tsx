import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { DoorFrame } from '../../design/door-frame.tsx';
import { CodeEntry } from './code-entry.tsx';
import { CodeExamination } from './code-examination.tsx';
import { type DeviceEnd, DeviceEnding } from './device-ending.tsx';
import { ExternalConfirmation } from './external-confirmation.tsx';
import { ProviderRefused } from './provider-refused.tsx';
import { userCode } from './user-code.ts';

const route = getRouteApi('/device');

/** The address says which code is looked at; how it ended is known to this visit only. */
export function DevicePage() {
  const { user_code, sso_verified, sso_error, ...refusal } = route.useSearch();
  const refused = sso_error === undefined ? undefined : { ...refusal, code: sso_error };
  const navigate = route.useNavigate();
  const [end, setEnd] = useState<DeviceEnd | null>(null);
  const code = userCode(user_code);

  const finish = (reached: DeviceEnd) => {
    setEnd(reached);
    void navigate({ search: {}, replace: true });
  };

  if (end !== null) {
    return (
      <DoorFrame>
        <DeviceEnding end={end} onAnotherCode={() => setEnd(null)} />
      </DoorFrame>
    );
  }
  if (sso_verified === '1') {
    return (
      <DoorFrame>
        <ExternalConfirmation
          onApproved={() => finish('approved_external')}
          onAnotherCode={() => void navigate({ search: {} })}
        />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame>
      {refused === undefined ? null : <ProviderRefused refusal={refused} />}
      {code === undefined ? (
        <CodeEntry typed={user_code ?? ''} onCode={(entered) => void navigate({ search: { user_code: entered } })} />
      ) : (
        <CodeExamination key={code} code={code} onEnd={finish} />
      )}
    </DoorFrame>
  );
}
