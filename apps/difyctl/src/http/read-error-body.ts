import type { ErrorBody } from '../failure.ts';

/** Dify's error envelope, which counts only when code, message and status are all there. */
export function readErrorBody(text: string): ErrorBody | undefined {
  const body = parse(text);
  if (typeof body?.code !== 'string' || typeof body.message !== 'string' || typeof body.status !== 'number') return;
  return {
    code: body.code,
    message: body.message,
    status: body.status,
    ...(typeof body.hint === 'string' ? { hint: body.hint } : {}),
    ...(Array.isArray(body.details) ? { details: body.details.filter(isDetail) } : {}),
  };
}

/** OAuth's error code (RFC 6749 §5.2). */
export function readOAuthError(text: string): string | undefined {
  const error = parse(text)?.error;
  return typeof error === 'string' ? error : undefined;
}

function isDetail(value: unknown): value is { type: string; loc: unknown[]; msg: string } {
  const detail = value as Record<string, unknown> | null;
  return typeof detail?.type === 'string' && typeof detail.msg === 'string' && Array.isArray(detail.loc);
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
