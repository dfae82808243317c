import { isIP } from 'node:net';
import type { Origin } from '@latchkey/core';
import type { FastifyRequest } from 'fastify';

/** Who sends a request. A forwarded address counts only from a trusted proxy, and only when it is an address. */
export function requestOrigin(request: FastifyRequest): Origin {
  const ip = isIP(request.ip) === 0 ? (request.socket.remoteAddress ?? '') : request.ip;
  return { ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 512), reference: request.id };
}

/** Whether the person's own connection is https, by TLS here or by a trusted proxy's word. */
export function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}

/** The address a person uses: the public one when it is set, else the one of this request. */
export function publicBase(request: FastifyRequest, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}
