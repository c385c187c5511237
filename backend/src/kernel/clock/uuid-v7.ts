import { randomBytes } from 'node:crypto';

let pool = Buffer.alloc(0);
let used = 0;

function tenRandomBytes(): Buffer {
  // One call to the system's generator serves many ids: a batch of comments needs over a thousand.
  if (used + 10 > pool.length) {
    pool = randomBytes(4_000);
    used = 0;
  }
  return pool.subarray(used, (used += 10));
}

/** A time-ordered UUID (RFC 9562, version 7): new rows land at the end of their index instead of all over it. */
export function uuidV7(now = Date.now()): string {
  const random = tenRandomBytes().toString('hex');
  const time = now.toString(16).padStart(12, '0');
  const variant = ((parseInt(random.charAt(4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(1, 4)}-${variant}${random.slice(5, 8)}-${random.slice(8)}`;
}
