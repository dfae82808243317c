import type { Send, WireRequest, WireResponse } from '@latchkey/sdk';

type Step = Error | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

export interface ScriptedSend {
  readonly send: Send;
  readonly requests: readonly WireRequest[];
}

/** Answers one request after another; the last step answers all that follow. */
export function scriptedSend(...steps: readonly [Step, ...Step[]]): ScriptedSend {
  const requests: WireRequest[] = [];
  const send: Send = async (request) => {
    const step = steps[Math.min(requests.length, steps.length - 1)] ?? steps[0];
    requests.push(request);
    if (step instanceof Error) throw step;
    return toResponse(step);
  };
  return { send, requests };
}

function toResponse({ status, body, headers = {} }: Exclude<Step, Error>): WireResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  return { status, text, header: (name) => headers[name] };
}
