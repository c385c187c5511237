import { Injectable } from '@nestjs/common';
import type { BuyerRecords } from '../../claim-engine';
import { dropAuditedChangesOf, type Tx } from '../../kernel';
import { ACCOUNTS_OF, lockPeople } from './person-rows';

/**
 * Removes people from an erasure on. The erasure of one account dissolves its person: tags and note may
 * describe the erased viewer, and so does the fact that the accounts belong together. The other accounts become
 * people of their own, with nothing written about them.
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
    await dropAuditedChangesOf(tx, workspaceId, 'person', ids);
  }
}
