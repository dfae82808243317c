import { fetchTransport, insecureTransport, type Transport } from '@latchkey/sdk/connect';
import type { Invocation } from './shell.ts';

/** The way that every request of a command goes. Warns when certificates are not checked, each time. */
export function transportOf({ parameters, shell }: Invocation): Transport {
  const isInsecure = parameters.isOn('insecure') || shell.env.PSDIFY_DISABLE_SSL_VERIFICATION === 'true';
  if (!isInsecure) return shell.transport ?? fetchTransport;
  shell.err('! Certificates are not checked: anybody in between can read this session.\n');
  return insecureTransport;
}
