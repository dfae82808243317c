import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const TXT = 16;
const HEADER_BYTES = 12;

/** A name server on this machine that knows TXT records and nothing else (RFC 1035). */
export async function startNameServer(records: ReadonlyMap<string, readonly string[]>) {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    socket.send(answer(question, records), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    async [Symbol.asyncDispose]() {
      socket.close();
      await once(socket, 'close');
    },
  };
}

function answer(question: Buffer, records: ReadonlyMap<string, readonly string[]>): Buffer {
  const { name, end } = readName(question);
  const known = records.get(name.toLowerCase()) ?? [];
  const header = Buffer.from(question.subarray(0, HEADER_BYTES));
  // An answer, with the records that there are, or no such name.
  header.writeUInt16BE(known.length > 0 ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(known.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, question.subarray(HEADER_BYTES, end + 4), ...known.map(record)]);
}

function record(text: string): Buffer {
  const data = Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
  const fixed = Buffer.alloc(12);
  fixed.writeUInt16BE(0xc000 | HEADER_BYTES, 0); // the name that was asked for
  fixed.writeUInt16BE(TXT, 2);
  fixed.writeUInt16BE(1, 4);
  fixed.writeUInt32BE(1, 6);
  fixed.writeUInt16BE(data.length, 10);
  return Buffer.concat([fixed, data]);
}

function readName(question: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = question.readUInt8(at); length > 0; length = question.readUInt8(at)) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}
