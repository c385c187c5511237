import {
  type Currency,
  MAX_VIEWER_PAGE_ITEMS,
  MAX_VIEWER_PAGE_WINNERS,
  photoAddress,
  type ShowStatus,
  type ViewerItem,
  type ViewerPageKind,
  type ViewerShow,
  type WinnerNames,
} from '@sellary/contracts';
import type { Tx } from '../kernel';
import type { VariantCounts } from '../shows';
import { type NamedBuyer, publicName } from './winner-names';

interface ItemRow {
  id: string;
  number: string;
  title: string | null;
  price: number | null;
  total: number;
  claimed: number;
  inLine: number;
  withdrawn: boolean;
  variants: VariantCounts[] | null;
  photo: string | null;
}

/** A show's data for its viewer pages. */
export interface ViewerShowFacts {
  name: string;
  status: ShowStatus;
  currency: Currency | null;
  currentId: string | null;
  /** Number of the show's last ledger row. */
  lastSeq: number;
  items: ItemRow[];
  /** Winners of the current item, without hidden viewers. */
  winners: NamedBuyer[];
}

/** @returns null if the show was deleted */
export async function readViewerShowFacts(tx: Tx, showId: string): Promise<ViewerShowFacts | null> {
  const [show] = await tx.query<Omit<ViewerShowFacts, 'items' | 'winners'>>(
    'SELECT name, status, currency, now_showing_item_id AS "currentId", last_seq AS "lastSeq" FROM shows WHERE id = $1',
    [showId],
  );
  if (show === undefined) return null;
  const items = await tx.query<ItemRow>(
    `SELECT id, number, title, price, total, claimed, "inLine", withdrawn, variants, photo FROM (
       SELECT id, item_number AS number, title, price, total_quantity AS total, claimed_count AS claimed, waitlist_count AS "inLine",
         withdrawn_at IS NOT NULL AS withdrawn, variants, photo, position
       FROM show_items WHERE show_id = $1 AND (withdrawn_at IS NULL OR id = $2) ORDER BY id = $2 DESC NULLS LAST, position, id LIMIT $3
     ) listed ORDER BY position, id`,
    [showId, show.currentId, MAX_VIEWER_PAGE_ITEMS],
  );
  const winners = await tx.query<NamedBuyer>(
    `SELECT b.handle, b.display_name AS "displayName" FROM claims c JOIN buyers b ON b.id = c.buyer_id
     WHERE c.item_id = $1 AND c.status = 'winner' AND NOT b.hidden ORDER BY c.won_seq, c.id LIMIT $2`,
    [show.currentId, MAX_VIEWER_PAGE_WINNERS],
  );
  return { ...show, items, winners };
}

/** Returns the part of a show that this kind of page contains. */
export function viewerShowOf(facts: ViewerShowFacts, kind: ViewerPageKind, names: WinnerNames): ViewerShow {
  const { name, status, currency, currentId } = facts;
  const current = facts.items.find(({ id }) => id === currentId);
  const winners = names === 'none' ? [] : facts.winners.map((buyer) => publicName(buyer, names));
  return {
    name,
    status,
    ...(currency === null ? {} : { currency }),
    now: current === undefined ? null : { ...toViewerItem(current), ...photoOf(current), winners },
    items: kind === 'overlay' ? [] : facts.items.filter(({ withdrawn }) => !withdrawn).map(toViewerItem),
  };
}

/** Used only for the current item, because pages do not show photos of other items. */
const photoOf = ({ photo }: ItemRow): { photo?: string } =>
  photo === null ? {} : { photo: photoAddress(photo, 'large') };

const toViewerItem = ({
  number,
  title,
  price,
  total,
  claimed,
  inLine,
  variants,
  withdrawn,
}: ItemRow): ViewerItem => ({
  number,
  title,
  ...(price === null ? {} : { price }),
  left: withdrawn ? 0 : Math.max(0, total - claimed),
  inLine,
  ...(variants === null
    ? {}
    : {
        variants: variants.map((variant) => ({
          name: variant.name,
          ...(variant.price === undefined ? {} : { price: variant.price }),
          left: withdrawn ? 0 : Math.max(0, variant.total - variant.claimed),
          inLine: variant.waiting,
        })),
      }),
});
