import { digestOf, GENESIS_HASH, hashOf, type RecordedRow } from '../../kernel';

/** Checks the numbers, texts, and hashes of a ledger's rows. Pass the rows in order. */
export class ChainCheck {
  /** Hash of the last checked row, in hex. */
  head = GENESIS_HASH.toString('hex');
  rowCount = 0;
  /**
   * Number of rows without a salt. A viewer's data was erased from these rows, so their text cannot be
   * checked.
   */
  redactedCount = 0;

  constructor(private readonly showId: string) {}

  /** @returns the row's faults, as text */
  check(row: RecordedRow): string[] {
    const faults: string[] = [];
    this.rowCount += 1;
    if (row.seq !== this.rowCount) faults.push(`row ${row.seq} is in row ${this.rowCount}'s position`);
    if (row.salt === null) this.redactedCount += 1;
    else if (digestOf(row.salt, row.by, row.payload) !== row.digest) {
      faults.push(`row ${row.seq} (${row.type}): its text does not match its digest`);
    }
    const { seq, type } = row;
    const hash = hashOf(this.head, this.showId, { seq, type, at: row.at.toISOString() }, row.digest);
    if (hash !== row.hash) faults.push(`row ${row.seq} (${row.type}): the hash chain is broken at this row`);
    this.head = row.hash;
    return faults;
  }
}
