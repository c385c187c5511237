type Group<Row> = [Row, ...Row[]];

/** Groups the rows by key. The groups are in the order of their first rows. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Group<Row>[] {
  const byKey = new Map<string, Group<Row>>();
  for (const row of rows) {
    const group = byKey.get(keyOf(row));
    if (group === undefined) byKey.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...byKey.values()];
}
