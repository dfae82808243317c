import type { FastifyReply } from 'fastify';

/** Has a browser keep the answer as a file, named by what it holds and the day. */
export function attach(reply: FastifyReply, what: string, extension: string, now: Date): void {
  const name = `latchkey-${what}-${now.toISOString().slice(0, 10)}.${extension}`;
  reply.header('content-disposition', `attachment; filename="${name}"`);
}
