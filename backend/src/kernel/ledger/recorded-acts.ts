import type { ActInputs, OperatorAct, OperatorActName } from '@sellary/contracts';
import type { Reader } from '../database/reads';

/** Inputs of all acts with one name, in ledger order, with their times (ISO-8601). */
export async function readActs<Name extends OperatorActName>(
  reader: Reader,
  showId: string,
  name: Name,
): Promise<{ at: string; input: ActInputs[Name] }[]> {
  const rows = await reader.query<{ at: Date; payload: OperatorAct }>(
    `SELECT at, payload FROM show_events WHERE show_id = $1 AND type = 'operator.act' AND payload->>'act' = $2 ORDER BY seq`,
    [showId, name],
  );
  // The query selects only acts with this name.
  return rows.map(({ at, payload }) => ({ at: at.toISOString(), input: payload.input as ActInputs[Name] }));
}
