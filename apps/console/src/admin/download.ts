import { WireError } from '@latchkey/sdk';
import { NoAnswer } from '../session/no-answer.ts';
import { ADMIN_HEADERS } from './client.ts';

/**
 * Saves a file that the server writes, however large: it goes to the browser's disk, not through our memory.
 *
 * @throws {WireError} when the server refuses; {NoAnswer}.
 */
export async function download(path: `/admin-api/${string}`, query: object, fileName: string): Promise<void> {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const url = search.size === 0 ? path : `${path}?${search}`;
  const response = await request(url);
  if (!response.ok) {
    const refusal = { status: response.status, text: await response.text() };
    const header = (name: string) => response.headers.get(name) ?? undefined;
    throw new WireError({ method: 'GET', url, headers: {} }, { ...refusal, header });
  }
  save(await response.blob(), fileName);
}

async function request(url: string): Promise<Response> {
  try {
    return await fetch(url, { headers: ADMIN_HEADERS, cache: 'no-store' });
  } catch (cause) {
    throw new NoAnswer('the server gave no answer', { cause });
  }
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
