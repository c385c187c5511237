import { hash, randomBytes } from 'node:crypto';

const SALT_BYTES = 16;
/** The hash before the first row of every show. */
export const GENESIS_HASH = Buffer.alloc(32);

/** A row about to be recorded. `payload` and `by` are the exact JSON texts that are stored and hashed. */
export interface NewLedgerRow {
  type: string;
  at: string;
  by: string | null;
  payload: string;
}

/** A row in the chain. Salt, digest, and hash are in hex, the form in which they are hashed. */
export interface ChainedRow extends NewLedgerRow {
  seq: number;
  salt: string;
  digest: string;
  hash: string;
}

/** SHA-256 over salt, actor, and payload, each on its own line, so that no two triples have the same text. */
export function digestOf(salt: string, by: string | null, payload: string): string {
  return hash('sha256', `${salt}\n${by ?? ''}\n${payload}`, 'hex');
}

export function hashOf(
  previous: string,
  showId: string,
  row: { seq: number; type: string; at: string },
  digest: string,
): string {
  return hash('sha256', `${previous}\n${showId}\n${row.seq}\n${row.type}\n${row.at}\n${digest}`, 'hex');
}

/** Chains `newRows` after row `lastSeq`, whose hash is `head`. */
export function chain(showId: string, lastSeq: number, head: string, newRows: NewLedgerRow[]): ChainedRow[] {
  const salts = randomBytes(SALT_BYTES * newRows.length).toString('hex');
  let previous = head;
  return newRows.map((newRow, index) => {
    const seq = lastSeq + index + 1;
    const salt = salts.slice(index * SALT_BYTES * 2, (index + 1) * SALT_BYTES * 2);
    const digest = digestOf(salt, newRow.by, newRow.payload);
    previous = hashOf(previous, showId, { seq, type: newRow.type, at: newRow.at }, digest);
    return { ...newRow, seq, salt, digest, hash: previous };
  });
}
