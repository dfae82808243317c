import type { Input } from '../shell.ts';

/** Standard input. */
export function nodeInput(): Input {
  let pending = '';
  return {
    get isTerminal() {
      return process.stdin.isTTY === true;
    },
    async readLine() {
      const stdin = process.stdin.setEncoding('utf8');
      while (!pending.includes('\n')) {
        const chunk = await nextChunk(stdin);
        if (chunk === undefined) break;
        pending += chunk;
      }
      if (pending === '') return undefined;
      const [line = '', ...rest] = pending.split('\n');
      pending = rest.join('\n');
      return line.replace(/\r$/, '');
    },
    async readAll() {
      let text = '';
      for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
      return text;
    },
    keys() {
      const stdin = process.stdin.setEncoding('utf8');
      stdin.setRawMode(true);
      return keysOf(stdin);
    },
  };
}

/** `undefined` at the end of input. */
function nextChunk(stdin: NodeJS.ReadStream): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      stdin.off('data', onData).off('end', onEnd).off('error', onError).pause();
      finish();
    };
    const onData = (chunk: string) => settle(() => resolve(chunk));
    const onEnd = () => settle(() => resolve(undefined));
    const onError = (error: Error) => settle(() => reject(error));
    stdin.on('data', onData).on('end', onEnd).on('error', onError).resume();
  });
}

/** Leaves raw mode at the end. */
async function* keysOf(stdin: NodeJS.ReadStream): AsyncGenerator<string> {
  try {
    for (let keys = await nextChunk(stdin); keys !== undefined; keys = await nextChunk(stdin)) {
      // Keys typed faster than they are read arrive together.
      yield* keys.match(/\P{Cc}|\p{Cc}(?:\[[A-Z]|O[A-Z])?/gu) ?? [];
    }
  } finally {
    stdin.setRawMode(false);
  }
}
