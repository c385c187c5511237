import type {
  Actor,
  LedgerData,
  LedgerType,
  Show,
  ShowEvent,
  ShowRules,
  ShowStats,
  Source,
} from '@sellary/contracts';
import { chain, type NewLedgerRow, insertLedgerRows, type Tx } from '../kernel';
import type { RuleCatalog } from './rules/rule-catalog';
import { assertSeparateWords, needsReparse, rulesOf } from './rules/show-rules';
import { ledgerPeriodAt } from './ledger-period';
import { countersOf, type ShowRow, statsOf, toShow } from './show-row';

/** Columns of `shows` that an act may change, in addition to the counters and the ledger. */
export type ShowChanges = Partial<
  Pick<
    ShowRow,
    | 'name'
    | 'status'
    | 'rules'
    | 'currency'
    | 'spans'
    | 'now_showing_item_id'
    | 'dismissed_numbers'
    | 'started_at'
    | 'ended_at'
    | 'vocabulary'
  >
>;

/**
 * A show whose row is locked (`FOR NO KEY UPDATE`) by the current transaction. It is the only object that may
 * change the counters and write the ledger. `ShowTransactions` creates it, and it is valid for one
 * transaction.
 */
export class LockedShow {
  readonly stats: ShowStats;
  /** This transaction's number in the show. */
  readonly batch: number;
  private readonly recordedRows: ShowEvent[] = [];
  /** Serialized data by index in `recordedRows`. */
  private readonly serializedData = new Map<number, string>();
  private readonly changes: ShowChanges = {};
  private readonly sentStatements: Promise<unknown>[] = [];
  /** Number of recorded rows already sent. */
  private sentRowCount = 0;
  /** Hash of the last ledger row sent, in hex. */
  private headHash: string;

  constructor(
    readonly tx: Tx,
    readonly row: ShowRow,
    /** Time of the transaction, ISO-8601. It is the default time of the rows that the transaction records. */
    readonly at: string,
    readonly catalog: RuleCatalog,
  ) {
    this.stats = statsOf(row);
    this.batch = row.last_batch + 1;
    this.headHash = row.head_hash.toString('hex');
  }

  get id(): string {
    return this.row.id;
  }

  /** Rows recorded by this transaction, in wire format, to be sent after it is committed. */
  get events(): readonly ShowEvent[] {
    return this.recordedRows;
  }

  get lastSeq(): number {
    return this.row.last_seq + this.recordedRows.length;
  }

  /**
   * Adds a ledger row; `data` must not be changed afterward.
   * @returns the row's seq
   */
  record<T extends LedgerType>(type: T, data: LedgerData[T], by?: Actor, at = this.at): number {
    const seq = this.lastSeq + 1;
    // The signature ensures that type and data match, but TypeScript cannot apply this to the union.
    this.recordedRows.push({ seq, type, at, ...(by === undefined ? {} : { by }), data } as ShowEvent);
    return seq;
  }

  /** Records a row; `json` is its `data`, already serialized. */
  recordSerialized<T extends LedgerType>(type: T, data: LedgerData[T], json: string): number {
    this.serializedData.set(this.recordedRows.length, json);
    return this.record(type, data);
  }

  /**
   * Records the current rules, so that a replay applies the same rules from here on.
   * @returns the row's seq
   */
  recordRules(by: Actor): number {
    const rules = rulesOf(this.row);
    const grammar = this.catalog.grammarIdOf(rules.grammar);
    return this.record('rules.set', { rules, policy: rules.policy, grammar }, by);
  }

  /**
   * Changes rules, starting with the next comment, and records them. The rules of a draft are recorded when
   * it goes live.
   * @throws ApiError VALIDATION_FAILED
   */
  changeRules(change: Partial<ShowRules>, by: Actor): void {
    this.catalog.assertKnown(change);
    assertSeparateWords(change, rulesOf(this.row));
    this.change({ rules: { ...this.row.rules, ...change } });
    if (needsReparse(change)) this.change({ vocabulary: this.row.vocabulary + 1 });
    if (this.row.status !== 'draft') this.recordRules(by);
  }

  /** Changes columns of the show. The changes are immediately visible in `row`. */
  change(changes: ShowChanges): void {
    Object.assign(this.changes, changes);
    Object.assign(this.row, changes);
  }

  /** The row with the show's current counters, so that a Show created from it is up to date. */
  currentRow(): ShowRow {
    return { ...this.row, ...countersOf(this.stats), last_seq: this.lastSeq };
  }

  /** The show as of the row that is recorded next, which contains it. */
  changedShow(sources: Source[]): Show {
    return { ...toShow(this.currentRow(), sources), updatedAt: this.at, lastSeq: this.lastSeq + 1 };
  }

  /**
   * Makes `commit` or `write` wait for statements that the caller sent without awaiting them, so that they
   * can go out in the same packet as the COMMIT.
   */
  awaitAtCommit(statements: Promise<unknown>[]): void {
    this.sentStatements.push(...statements);
  }

  /**
   * Sends the rows recorded so far, and pauses until they are sent, so that the database writes them while
   * this process keeps computing. Without the pause, statements would be sent only at the next await.
   */
  flush(): Promise<void> {
    this.sendRecorded();
    return new Promise((resolve) => setImmediate(resolve));
  }

  /**
   * Sends the ledger rows and the show's new state after the earlier statements, then COMMIT. Writes nothing
   * if nothing was recorded.
   */
  async commit(): Promise<void> {
    this.sendAll();
    await Promise.all([...this.sentStatements, this.tx.commit()]);
  }

  /** Does the same as `commit` but without COMMIT, for a transaction that spans several shows. */
  async write(): Promise<void> {
    this.sendAll();
    await Promise.all(this.sentStatements);
  }

  private sendAll(): void {
    this.sendRecorded();
    if (this.recordedRows.length > 0) this.sentStatements.push(this.save());
  }

  private sendRecorded(): void {
    if (this.sentRowCount === this.recordedRows.length) return;
    const newRows = this.recordedRows
      .slice(this.sentRowCount)
      .map((event, index) => toNewRow(event, this.serializedData.get(this.sentRowCount + index)));
    const rows = chain(this.id, this.row.last_seq + this.sentRowCount, this.headHash, newRows);
    this.sentRowCount = this.recordedRows.length;
    this.headHash = rows[rows.length - 1]?.hash ?? this.headHash;
    this.sentStatements.push(insertLedgerRows(this.tx, this.id, rows));
  }

  private save(): Promise<unknown> {
    const values: Record<string, unknown> = {
      ...countersOf(this.stats),
      last_seq: this.lastSeq,
      last_batch: this.batch,
      head_hash: Buffer.from(this.headHash, 'hex'),
      updated_at: this.at,
      ledger_period: ledgerPeriodAt(Date.parse(this.at)),
      ...this.changes,
    };
    // The driver would send an array as a PostgreSQL array, not as JSON.
    for (const name of ['spans', 'dismissed_numbers', 'currency'] as const) {
      if (this.changes[name] != null) values[name] = JSON.stringify(this.changes[name]);
    }
    const names = Object.keys(values);
    const assignments = names.map((name, index) => `${name} = $${index + 2}`).join(', ');
    const sql = `UPDATE shows SET ${assignments} WHERE id = $1`;
    const parameters = [this.id, ...names.map((name) => values[name])];
    return Object.keys(this.changes).length === 0
      ? this.tx.prepared(sql, parameters)
      : this.tx.query(sql, parameters);
  }
}

const toNewRow = (event: ShowEvent, json?: string): NewLedgerRow => ({
  type: event.type,
  at: event.at,
  by: event.by === undefined ? null : JSON.stringify(event.by),
  payload: json ?? JSON.stringify(event.data),
});
