import { hash, randomBytes } from 'node:crypto';

const SALT_BYTES = 16;
/** What the first row of every show is chained to. */
export const GENESIS_HASH = Buffer.alloc(32);

/** A row about to be recorded. `payload` and `by` are the exact JSON texts that are stored and hashed. */
export interface Draft {
  type: string;
  at: string;
  by: string | null;
  payload: string;
}

export interface ChainedRow extends Draft {
  seq: number;
  salt: Buffer;
  digest: Buffer;
  hash: Buffer;
}

/** SHA-256 over salt, actor and payload, each on a line of its own so that no two triples read alike. */
export function digestOf(salt: Buffer, by: string | null, payload: string): Buffer {
  return hash('sha256', `${salt.toString('hex')}\n${by ?? ''}\n${payload}`, 'buffer');
}

export function hashOf(previous: Buffer, showId: string, row: { seq: number; type: string; at: string }, digest: Buffer): Buffer {
  return hash('sha256', `${previous.toString('hex')}\n${showId}\n${row.seq}\n${row.type}\n${row.at}\n${digest.toString('hex')}`, 'buffer');
}

/** Chains `drafts` behind row `lastSeq` whose hash is `head`. */
export function chain(showId: string, lastSeq: number, head: Buffer, drafts: Draft[]): ChainedRow[] {
  const salts = randomBytes(SALT_BYTES * drafts.length);
  let previous = head;
  return drafts.map((draft, index) => {
    const seq = lastSeq + index + 1;
    const salt = salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES);
    const digest = digestOf(salt, draft.by, draft.payload);
    previous = hashOf(previous, showId, { seq, type: draft.type, at: draft.at }, digest);
    return { ...draft, seq, salt, digest, hash: previous };
  });
}
