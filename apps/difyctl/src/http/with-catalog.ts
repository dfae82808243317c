import type { Send } from '@latchkey/sdk';
import { readErrorBody } from './read-error-body.ts';

const CATALOG = 'x-dify-catalog';

/**
 * Dify 1.17 may refuse whoever does not know its newest catalog of operations (412 `catalog_stale`) and names it in every
 * answer. We use none of it, so its name is all we need; what was refused has not been done, so it may be sent again.
 */
export function withCatalog(send: Send): Send {
  return async (request) => {
    const response = await send(request);
    const newest = response.header(CATALOG);
    if (response.status !== 412 || newest === undefined) return response;
    if (readErrorBody(response.text)?.code !== 'catalog_stale') return response;
    return send({ ...request, headers: { ...request.headers, [CATALOG]: newest } });
  };
}
