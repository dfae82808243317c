import { isIPv4 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '../settings/settings.ts';

/** Headers that only a proxy adds; a request that bears one was not sent by a local program itself. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * Whether somebody at this very machine calls a server that nobody else can reach. Who asks for another name than this
 * machine's came through a proxy, though it added no header that tells.
 */
export function isLocalCaller(request: FastifyRequest, listenHost: string): boolean {
  return isLoopback(listenHost) && isLocalAddress(request) && isLoopback(request.hostname);
}

/** Whether a program of this machine sent the request itself. */
export function isLocalAddress(request: FastifyRequest): boolean {
  const isForwarded = FORWARDED.some((name) => request.headers[name] !== undefined);
  return isLoopback(request.socket.remoteAddress ?? '') && !isForwarded;
}

/**
 * Whether the Host header names neither the public address nor, on a local server, this machine: a page of another
 * site whose name was pointed here.
 */
export function isForeignHost(request: FastifyRequest, { host, publicUrl }: Settings): boolean {
  if (publicUrl !== undefined && request.host === new URL(publicUrl).host) return false;
  if (publicUrl === undefined && !isLoopback(host)) return false;
  return !isLoopback(request.hostname);
}

/** Whether a host name or address is this machine's own, which nobody else reaches. */
export function isLoopback(host: string): boolean {
  const name = host
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:/, '')
    .toLowerCase();
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}
