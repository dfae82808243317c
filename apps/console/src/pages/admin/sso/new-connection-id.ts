/** A UUIDv7, made here so that the addresses of a connection are known before it is; over plain http too. */
export function newConnectionId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = now.toString(16).padStart(12, '0');
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(13, 16)}`,
    `${variant.toString(16)}${random.slice(18, 20)}`,
    random.slice(20),
  ].join('-');
}
