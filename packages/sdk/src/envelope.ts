/** What a refusal says. */
interface Refusal {
  code?: string;
  message?: string;
  hint?: string;
}

/**
 * Reads whichever error envelope an answer is: Dify's `{code, message}` and `{error: {type, message}}`, problem+json's
 * `{code, detail}`, OAuth's `{error}`.
 */
export function readEnvelope(text: string): Refusal {
  const body = parseObject(text);
  if (body === undefined) return {};
  const nested = isRecord(body.error) ? body.error : {};
  const code = string(body.code) ?? string(body.error) ?? string(nested.type);
  const message = string(body.message) ?? string(body.detail) ?? string(nested.message);
  const hint = string(body.hint);
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(hint === undefined ? {} : { hint }),
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
