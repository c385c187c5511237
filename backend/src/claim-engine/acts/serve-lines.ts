import type { Actor } from '@sellary/contracts';
import type { LockedShow } from '../../shows';
import { LISTED_ITEM_SELECT, type ItemRecord, toItemStates } from '../records/item-record';
import { showState } from '../records/show-state';
import { perform } from './act';
import { readClaims } from './act-reads';
import { linesServed } from './lines-served.act';

/** Gives free units to the buyers in line who claimed outright, if the show's new policy allows it. */
export async function serveLines(show: LockedShow, actor: Actor): Promise<void> {
  if (showState(show).policy.servesOutright !== true) return;
  const items = await show.tx.query<ItemRecord>(
    `${LISTED_ITEM_SELECT} WHERE i.show_id = $1 AND i.waitlist_count > 0 AND i.claimed_count < i.total_quantity ORDER BY i.position`,
    [show.id],
  );
  const lines = items.flatMap(toItemStates);
  const lineKeys = lines
    .filter(({ total, claimed, waiting }) => claimed < total && waiting > 0)
    .map(({ key }) => key);
  const waiting = await readClaims(
    show.tx,
    `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.status = 'waitlist' AND NOT c.queue_only`,
    [show.id, lineKeys],
  );
  if (waiting.length === 0) return;
  // The policy may ask how many units of the item a buyer already has.
  const won = await readClaims(
    show.tx,
    `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.buyer_id = ANY($3::uuid[]) AND c.status = 'winner'`,
    [show.id, lines.map(({ key }) => key), waiting.map(({ buyer }) => buyer.id)],
  );
  const claims = [...waiting, ...won];
  await perform(show, linesServed, { input: { lineKeys }, actor, items, claims });
}
