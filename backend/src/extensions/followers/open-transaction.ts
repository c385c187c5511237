import type { FollowerTransaction } from '@sellary/extension-kit';
import type { Tx } from '../../kernel';

/** The start of a statement that begins or ends a transaction or a savepoint. */
const TRANSACTION_CONTROL =
  /^\s*(?:begin|start\s+transaction|commit|rollback|end|abort|savepoint|release|prepare\s+transaction)\b/i;
/**
 * Comments, strings, and function bodies. A PL/pgSQL block begins and ends with the same words as a
 * transaction.
 */
const NON_STATEMENT_TEXT = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1/g;

/**
 * Access to a row's transaction. The access ends when the handler ends or times out, so a handler that is
 * still running after its timeout cannot write.
 */
export class OpenTransaction implements FollowerTransaction {
  private isOpen = true;

  constructor(private readonly tx: Tx) {}

  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]> {
    if (!this.isOpen) return Promise.reject(new Error("This row's handler has ended or timed out."));
    if (controlsTransaction(sql)) {
      return Promise.reject(
        new Error("The product begins and ends each row's transaction. Remove this statement."),
      );
    }
    return this.tx.query<Row>(sql, parameters);
  }

  close(): void {
    this.isOpen = false;
  }
}

/** True if the text, or a statement in it, would begin or end a transaction or a savepoint. */
export const controlsTransaction = (sql: string): boolean =>
  sql
    .replace(NON_STATEMENT_TEXT, ' ')
    .split(';')
    .some((statement) => TRANSACTION_CONTROL.test(statement));
