import type { ConnectOptions } from '@latchkey/sdk/connect';
import type { Invocation } from './shell.ts';
import { transportOf } from './transport-of.ts';

/** What a person wrote, as options of `connect`; what is missing a person is asked for, where there is one. */
export function optionsOf(invocation: Invocation): ConnectOptions {
  const { parameters, shell } = invocation;
  return {
    server: parameters.text('server'),
    authMethod: parameters.text('auth-method'),
    email: parameters.text('email'),
    password: parameters.text('password'),
    token: parameters.text('token'),
    code: parameters.text('code'),
    accessToken: parameters.text('access-token'),
    csrfToken: parameters.text('csrf-token'),
    force: parameters.isOn('force'),
    env: shell.env,
    sessions: shell.sessions,
    transport: transportOf(invocation),
    ...(shell.isInteractive && {
      askPassword: (email) => shell.ask(`Enter password for ${email}`, true),
      askCode: (email) => shell.ask(`Enter the code sent to ${email}`, false),
    }),
  };
}
