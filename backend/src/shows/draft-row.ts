import { type Currency, MAX_DRAFT_SHOWS, type ShowRules } from '@sellary/contracts';
import { GENESIS_HASH, assertBelowLimit, type Tx } from '../kernel';

/** A show before anything has happened to it. */
interface NewDraft {
  id: string;
  workspaceId: string;
  /** null if the show is named after the day of `at`. */
  name: string | null;
  rules: ShowRules;
  currency: Currency | null;
  /** ISO-8601 */
  at: string;
}

/**
 * Inserts a draft's row.
 * @throws ApiError LIMIT_REACHED
 */
export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  await assertBelowLimit(tx, {
    name: 'draft shows',
    workspaceId: draft.workspaceId,
    countSql: "SELECT count(*) FROM shows WHERE workspace_id = $1 AND status = 'draft'",
    max: MAX_DRAFT_SHOWS,
    message: `The workspace has ${MAX_DRAFT_SHOWS} draft shows, which is the maximum. Delete one that you no longer need.`,
  });
  await tx.query(
    `INSERT INTO shows (id, workspace_id, name, rules, head_hash, created_at, updated_at, currency) VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [
      draft.id,
      draft.workspaceId,
      draft.name ?? `Show on ${draft.at.slice(0, 10)}`,
      JSON.stringify(draft.rules),
      GENESIS_HASH,
      draft.at,
      draft.currency === null ? null : JSON.stringify(draft.currency),
    ],
  );
}
