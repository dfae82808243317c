import { createWebApp, type Origin, type Platform, SAMPLE_CODE, SAMPLE_UPSTREAM } from '@latchkey/core';

/** Publishes the sample application in the workspace of the one who set the instance up. */
export async function publishSample(platform: Platform, origin: Origin, email: string): Promise<void> {
  const account = await platform.store.accounts.findByEmail(email);
  if (account === undefined) return;
  await createWebApp(
    platform,
    origin,
    { account },
    {
      name: 'Sample app',
      code: SAMPLE_CODE,
      icon: '👋',
      upstream: SAMPLE_UPSTREAM,
      host: null,
      accessMode: 'private_all',
    },
  );
}
