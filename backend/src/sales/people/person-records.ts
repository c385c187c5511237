import { Injectable } from '@nestjs/common';
import type { BuyerRecords, StrayBuyer } from '../../claim-engine';
import { dropAuditedEntityChanges, type Tx } from '../../kernel';
import { ACCOUNTS_OF, lockPeople } from './person-rows';

/**
 * Dissolves a person when one of their accounts is erased, because the tags, the note, and the merges may
 * describe the erased viewer. Each of the other accounts becomes a separate person with an empty profile.
 */
@Injectable()
export class PersonRecords implements BuyerRecords {
  async erase(tx: Tx, workspaceId: string, buyerIds: readonly string[]): Promise<void> {
    await lockPeople(tx, workspaceId);
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT unnest(${ACCOUNTS_OF('p.id')}) AS id FROM (
         SELECT coalesce(a.person_id, b.id) AS id FROM unnest($1::uuid[]) AS b(id) LEFT JOIN person_accounts a ON a.buyer_id = b.id) p`,
      [buyerIds],
    );
    const ids = rows.map(({ id }) => id);
    await tx.query(
      'DELETE FROM person_merges WHERE person_id = ANY($1::uuid[]) OR joined_id = ANY($1::uuid[])',
      [ids],
    );
    await tx.query('DELETE FROM person_accounts WHERE buyer_id = ANY($1::uuid[])', [ids]);
    await tx.query('DELETE FROM people WHERE id = ANY($1::uuid[])', [ids]);
    await dropAuditedEntityChanges(tx, [workspaceId], 'person', ids);
  }

  async retire(tx: Tx, strayBuyers: readonly StrayBuyer[]): Promise<string[]> {
    const ids = strayBuyers.map(({ id }) => id);
    const rows = await tx.query<{ id: string }>(
      `SELECT b.id FROM unnest($1::uuid[]) AS b(id) LEFT JOIN person_accounts a ON a.buyer_id = b.id
       WHERE NOT ${ACCOUNTS_OF('coalesce(a.person_id, b.id)')} <@ $1::uuid[]`,
      [ids],
    );
    const keptIds = new Set(rows.map(({ id }) => id));
    const workspaceIds = [...new Set(strayBuyers.map(({ workspaceId }) => workspaceId))];
    await dropAuditedEntityChanges(
      tx,
      workspaceIds,
      'person',
      ids.filter((id) => !keptIds.has(id)),
    );
    return [...keptIds];
  }
}
