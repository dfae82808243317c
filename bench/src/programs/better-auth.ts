import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { betterAuth } from 'better-auth';
import { toNodeHandler } from 'better-auth/node';
import { bearer, deviceAuthorization } from 'better-auth/plugins';

/** better-auth on the same SQLite, with its own defaults but the limits, which are off for everybody. */
const server = createServer().listen(0, '127.0.0.1', async () => {
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const auth = betterAuth({
    baseURL: base,
    secret: 'K7w2mQ9zX4vB8nL1pR6tY3uJ5hG0fD2s',
    database: new DatabaseSync(process.argv[2] ?? ':memory:'),
    emailAndPassword: { enabled: true },
    plugins: [bearer(), deviceAuthorization({ verificationUri: '/device' })],
    rateLimit: { enabled: false },
    logger: { disabled: true },
  });
  const context = await auth.$context;
  await context.runMigrations();
  server.on('request', toNodeHandler(auth));
  console.log(`ready ${base}`);
});
