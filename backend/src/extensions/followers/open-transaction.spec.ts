import { controlsTransaction } from './open-transaction';

describe('Follower statements', () => {
  it.each([
    'COMMIT',
    ' rollback to handling',
    '-- now\nBEGIN',
    '/* a */ end',
    'SELECT 1; COMMIT',
    'SAVEPOINT a',
    'start  transaction',
  ])('%j controls the transaction.', (sql) => expect(controlsTransaction(sql)).toBe(true));

  it.each([
    'SELECT 1',
    "INSERT INTO x_hello_a VALUES ('commit')",
    'UPDATE x_hello_a SET ended = true',
    'DELETE FROM x_hello_begin',
  ])('%j does not control the transaction.', (sql) => expect(controlsTransaction(sql)).toBe(false));
});
