import { Injectable } from '@nestjs/common';
import type { ClaimChange, OperatorAct, UndoResult } from '@sellary/contracts';
import { actorOf, type Principal } from '../../auth';
import { ApiError, readLedger } from '../../kernel';
import { type LockedShow, ShowTransactions } from '../../shows';
import { ACTIVE_STATUSES } from '../active-claims';
import type { ClaimRecord } from '../records/claim-record';
import type { ItemRecord } from '../records/item-record';
import { toItem } from '../records/item-record';
import { audited, perform, refusal } from './act';
import { lineHead, needItem, readClaims, readRanks } from './act-reads';
import { undo } from './undo.act';

/** Takes back the latest act on a claim or item, by a new act: nothing is erased. */
@Injectable()
export class Undo {
  constructor(private readonly showTransactions: ShowTransactions) {}

  /**
   * @throws ApiError NOT_FOUND if `seq` is not an operator's act, UNDO_STALE if a claim or item that it
   * touched has changed since.
   */
  undo(principal: Principal, showId: string, seq: number): Promise<UndoResult> {
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const act = await this.find(show, seq);
      const changes = act.input.changes ?? [];
      const touched = await readClaims(show.tx, 'c.id = ANY($1::uuid[])', [
        changes.map((change) => change.claimId),
      ]);
      checkFresh(act, changes, touched);
      const itemId =
        ('itemId' in act.input ? act.input.itemId : null) ??
        touched.find((claim) => claim.itemId !== null)?.itemId ??
        null;
      const item = itemId === null ? null : await needItem(show.tx, showId, itemId);
      if (act.act === 'quantity' && item?.quantityBatch !== act.batch) {
        throw refusal('UNDO_STALE', 'The quantity has changed again since.');
      }
      const unmatched = touched.filter((claim) => claim.itemId === null).map((claim) => claim.itemKey);
      const added = await show.tx.query(
        'SELECT 1 FROM show_items WHERE show_id = $1 AND item_key = ANY($2::text[])',
        [showId, unmatched],
      );
      if (added.length > 0) throw refusal('UNDO_STALE', 'The item has been added since. Award it instead.');
      const total = act.act === 'quantity' ? act.input.before : null;
      const done = await perform(show, undo, {
        input: { seq, act: act.act, itemId, ...(total === null ? {} : { total }) },
        actor: actorOf(principal),
        items: item === null ? [] : [item],
        claims: await this.neighbors(show, item, touched, total),
        earlier: () => act,
        ranks: await readRanks(show.tx, touched),
        beforeWrite: () => {
          if (item !== null && total !== null) item.quantityBatch = show.batch;
        },
      });
      const ids = [...new Set(done.changes.map((change) => change.claimId))];
      const ranks = await readRanksAfter(show, ids, touched);
      const result: UndoResult = {
        claims: ids.map((id) => done.recorder.claimOf(id, ranks.get(id) ?? null)),
        actSeq: done.seq,
        ...(item === null ? {} : { item: toItem(item) }),
      };
      audited(show, principal, {
        action: 'act.undo',
        entityType: 'show',
        entityId: showId,
        before: { seq, act: act.act },
        after: result,
      });
      return result;
    });
  }

  private async find(show: LockedShow, seq: number): Promise<OperatorAct> {
    const [row] = await readLedger(show.tx, show.id, seq - 1, 1);
    if (row?.seq !== seq || row.type !== 'operator.act') throw ApiError.notFound('operator act');
    if (!row.data.undoable) throw refusal('UNDO_STALE', 'This act cannot be undone.');
    return row.data;
  }

  /**
   * The touched claims, all other claims of their buyers on the item, and as many waiters as units may become
   * free.
   */
  private async neighbors(
    show: LockedShow,
    item: ItemRecord | null,
    touched: ClaimRecord[],
    total: number | null,
  ): Promise<ClaimRecord[]> {
    const held = await readClaims(
      show.tx,
      `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.buyer_id = ANY($3::uuid[]) AND c.status IN ${ACTIVE_STATUSES}`,
      [show.id, [...new Set(touched.map((claim) => claim.itemKey))], touched.map((claim) => claim.buyer.id)],
    );
    const freed = touched.length + Math.max(0, (total ?? 0) - (item?.totalQuantity ?? 0));
    const waiters = item === null ? [] : await lineHead(show, item.id, freed);
    return [...new Map([...waiters, ...held, ...touched].map((claim) => [claim.id, claim])).values()];
  }
}

function checkFresh(act: OperatorAct, changes: ClaimChange[], touched: ClaimRecord[]): void {
  const byId = new Map(touched.map((claim) => [claim.id, claim]));
  for (const { claimId } of changes) {
    const claim = byId.get(claimId);
    if (claim?.changedBatch === act.batch) continue;
    const who =
      claim === undefined
        ? 'A claim'
        : `The claim of ${claim.buyer.handle} on #${claim.itemNumber ?? claim.itemKey}`;
    const by =
      claim?.actor == null
        ? ''
        : ` (${claim.actor.kind === 'engine' ? claim.actor.reason : claim.actor.name})`;
    throw refusal(
      'UNDO_STALE',
      `${who} has changed since${by}: its status is now ${claim?.status ?? 'gone'}.`,
    );
  }
}

/** Ranks for the answer, of those who wait again. */
async function readRanksAfter(
  show: LockedShow,
  ids: string[],
  touched: ClaimRecord[],
): Promise<Map<string, number>> {
  const waiting = touched.filter((claim) => ids.includes(claim.id) && claim.status === 'waitlist');
  return waiting.length === 0 ? new Map() : readRanks(show.tx, waiting);
}
