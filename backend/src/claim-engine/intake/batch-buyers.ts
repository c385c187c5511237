import type { Tx } from '../../kernel';
import { commentKey, identityKey, type BatchComment } from './batch';
import { type BuyerRow, type Identity, type KnownComment, readBuyers, upsertBuyers } from './batch-reads';

/**
 * The batch's buyers by identity. Usually all are known and nothing is written; new or renamed buyers cost one
 * more round trip. Only `needed` buyers are written, because a redelivered comment must not restore the name of
 * an erased viewer. `acting`: keys of the identities that claim or pass in this batch.
 */
export async function resolveBuyers(
  tx: Tx,
  showId: string,
  identities: Identity[],
  at: string,
  needed: Promise<ReadonlySet<string>>,
  { acting, withHoldings }: { acting: ReadonlySet<string>; withHoldings: boolean },
): Promise<Map<string, BuyerRow>> {
  const read = (subset: Identity[]): Promise<BuyerRow[]> =>
    readBuyers(
      tx,
      showId,
      subset,
      subset.map((identity) => acting.has(identityKey(identity))),
      withHoldings,
    );
  const [rows, neededKeys] = await Promise.all([read(identities), needed]);
  const buyers = byIdentity(rows);
  const toWrite = identities.filter((identity) => {
    if (!neededKeys.has(identityKey(identity))) return false;
    const buyer = buyers.get(identityKey(identity));
    return buyer?.handle !== identity.handle || buyer.displayName !== identity.displayName;
  });
  if (toWrite.length === 0) return buyers;
  const [, written] = await Promise.all([upsertBuyers(tx, showId, toWrite, at), read(toWrite)]);
  return new Map([...buyers, ...byIdentity(written)]);
}

/** Authors of comments that are not stored yet, or whose author was hidden when they were stored. */
export const neededAuthors =
  (batchComments: BatchComment[]) =>
  (known: KnownComment[]): ReadonlySet<string> => {
    const withAuthor = new Set(known.filter((comment) => !comment.authorHidden).map(knownKey));
    return new Set(
      batchComments
        .filter(({ arrivedComment }) => !withAuthor.has(commentKey(arrivedComment)))
        .map(({ identity }) => identityKey(identity)),
    );
  };

const byIdentity = (rows: BuyerRow[]): Map<string, BuyerRow> =>
  new Map(rows.map((row) => [identityKey({ platform: row.platform, userId: row.platformUserId }), row]));

export const knownKey = (known: { platform: string; id: string }): string =>
  commentKey({ platform: known.platform, commentId: known.id });
