import { randomBytes } from 'node:crypto';

const POOL_BYTES = 4_000;
const MAX_COUNTER = 0xfff;
let pool = Buffer.alloc(0);
let usedBytes = 0;
let lastMs = 0;
let counter = 0;

function eightRandomBytes(): Buffer {
  // One call to the system's random generator serves many ids, because a batch of comments needs over a
  // thousand.
  if (usedBytes + 8 > pool.length) {
    pool = randomBytes(POOL_BYTES);
    usedBytes = 0;
  }
  return pool.subarray(usedBytes, (usedBytes += 8));
}

/**
 * Returns a version 7 UUID (RFC 9562, method 1). UUIDs are time-ordered, and each is greater than the
 * process's previous one, so that rows created in the same millisecond keep their order.
 */
export function uuidV7(now = Date.now()): string {
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
  } else if (++counter > MAX_COUNTER) {
    lastMs += 1;
    counter = 0;
  }
  const random = eightRandomBytes().toString('hex');
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = ((parseInt(random.charAt(0), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}
