import { Injectable } from '@nestjs/common';
import type { BuyerRecords, StrayBuyer } from '../../claim-engine';
import { dropAuditedEntityChanges, type Tx } from '../../kernel';
import { lockBasketLines, resetBasketMarks } from './basket-marks';
import { moveBaskets, moveToPeopleOfUnits } from './move-baskets';
import { ACCOUNTS_OF, lockPeople } from '../people/person-rows';

const ERASED_LABEL = 'Extra';

/**
 * Removes the texts in an erased viewer's baskets: references, reasons, extra-line labels, and the variants
 * that viewers asked for. Sums and states are kept, so that the books still add up. All of the person's
 * accounts are covered, because the texts may describe any of them.
 */
@Injectable()
export class BasketRecords implements BuyerRecords {
  async erase(tx: Tx, workspaceId: string, buyerIds: readonly string[]): Promise<void> {
    await lockPeople(tx, workspaceId);
    const accounts = await tx.query<{ id: string }>(
      `SELECT DISTINCT unnest(${ACCOUNTS_OF('coalesce(a.person_id, o.id)')}) AS id FROM unnest($1::uuid[]) AS o(id) LEFT JOIN person_accounts a ON a.buyer_id = o.id`,
      [buyerIds],
    );
    const accountIds = accounts.map(({ id }) => id);
    // `PersonRecords` separates the accounts next, so the open baskets must be read again and divided.
    await resetBasketMarks(tx, workspaceId, accountIds);
    const rows = await tx.query<{ id: string }>(
      `SELECT b.id FROM baskets b WHERE b.workspace_id = $1 AND (b.person_id = ANY($3::uuid[])
         OR EXISTS (SELECT 1 FROM basket_lines n JOIN claims c ON c.id = n.claim_id WHERE n.basket_id = b.id AND c.buyer_id = ANY($2::uuid[])))
       ORDER BY b.id FOR UPDATE`,
      [workspaceId, buyerIds, accountIds],
    );
    const ids = rows.map(({ id }) => id);
    await tx.query(
      `UPDATE baskets SET reference = NULL, version = version + 1,
         extras = coalesce((SELECT jsonb_agg(jsonb_build_object('label', $2::text, 'amount', e->'amount')) FROM jsonb_array_elements(extras) e), '[]')
       WHERE id = ANY($1::uuid[])`,
      [ids, ERASED_LABEL],
    );
    await tx.query(
      `UPDATE basket_lines SET written = written - 'variantAsked' WHERE basket_id = ANY($1::uuid[]) AND written ? 'variantAsked'`,
      [ids],
    );
    await tx.query(
      `UPDATE basket_changes SET details = (details - 'reference' - 'reason') #- '{before,reference}' WHERE basket_id = ANY($1::uuid[])`,
      [ids],
    );
    await dropAuditedEntityChanges(tx, [workspaceId], 'basket', ids);
  }

  /**
   * Moves the baskets whose units now belong to another person. The other baskets are deleted with the
   * buyers' rows, and their audited changes are removed here. If the other person has an unpaid basket, an open
   * basket is deleted as well, and the next read puts its units into the unpaid one.
   */
  async retire(tx: Tx, strayBuyers: readonly StrayBuyer[]): Promise<string[]> {
    const ids = strayBuyers.map(({ id }) => id);
    const workspaces = await tx.query<{ id: string }>(
      'SELECT DISTINCT workspace_id AS id FROM baskets WHERE person_id = ANY($1::uuid[]) ORDER BY workspace_id',
      [ids],
    );
    // A read that opens a basket at the same time would otherwise give it the same number. The buyers are
    // already locked, unlike elsewhere, so the two may deadlock; the transaction is then repeated.
    for (const { id } of workspaces) await lockBasketLines(tx, id);
    const baskets = await tx.query<{ id: string; isOpen: boolean }>(
      `SELECT id, state = 'open' AS "isOpen" FROM baskets WHERE person_id = ANY($1::uuid[])`,
      [ids],
    );
    await moveToPeopleOfUnits(
      tx,
      baskets.flatMap(({ id, isOpen }) => (isOpen ? [] : id)),
    );
    await moveBaskets(
      tx,
      baskets.flatMap(({ id, isOpen }) => (isOpen ? id : [])),
    );
    const rows = await tx.query<{ id: string; workspaceId: string }>(
      'SELECT id, workspace_id AS "workspaceId" FROM baskets WHERE person_id = ANY($1::uuid[])',
      [ids],
    );
    const workspaceIds = [...new Set(rows.map(({ workspaceId }) => workspaceId))];
    await dropAuditedEntityChanges(
      tx,
      workspaceIds,
      'basket',
      rows.map(({ id }) => id),
    );
    return [];
  }
}
