import { type Judgement, networkOf, noteGateRefusal, type Platform } from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import { requestOrigin } from '../http/request-origin.ts';

/** Writes refusals at the gate down, and returns the reference under which administrators find one. */
export type RefusalNotes = (request: FastifyRequest, judgement: Judgement) => Promise<string>;

/** A page that keeps asking after its visitor was shut out is one refusal, not a thousand. */
const ONCE_IN_MS = 60_000;
const MOST_KEPT = 4096;

export function refusalNotes(platform: Platform): RefusalNotes {
  const noted = new Map<string, { readonly reference: string; readonly at: number }>();
  return async (request, judgement) => {
    const { webApp, decision, tokenHash } = judgement;
    const origin = requestOrigin(request);
    const reason = decision.kind === 'refused' ? decision.reason : '';
    const key = `${webApp.id} ${reason} ${tokenHash ?? networkOf(origin.ip)}`;
    const now = platform.clock().getTime();
    const known = noted.get(key);
    if (known !== undefined && now - known.at < ONCE_IN_MS) return known.reference;
    await noteGateRefusal(platform, origin, judgement);
    if (noted.size >= MOST_KEPT) noted.clear();
    noted.set(key, { reference: request.id, at: now });
    return request.id;
  };
}
