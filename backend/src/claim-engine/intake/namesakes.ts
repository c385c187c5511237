import { nameOnlyId } from '@sellary/extension-kit';
import { plainArray, type Tx } from '../../kernel';
import { identityKey, type BatchComment } from './batch';
import type { Identity } from './batch-reads';

/** A known buyer with the same handle or id as a viewer in the batch. */
interface Namesake {
  platform: string;
  userId: string;
  handle: string;
}

const isNameOnly = ({ userId, handle }: Pick<Identity, 'userId' | 'handle'>): boolean =>
  userId === nameOnlyId(handle);

/** Viewers in the batch whose handles are unique on their platform. */
export const uniqueHandleIdentities = (
  comments: Pick<BatchComment, 'arrivedComment' | 'identity'>[],
): Identity[] => [
  ...new Map(
    comments
      .filter(({ arrivedComment }) => arrivedComment.author?.handleIsUnique === true)
      .map(({ identity }) => [`${identityKey(identity)} ${identity.handle}`, identity]),
  ).values(),
];

/** Buyers in the show's workspace who have one of these viewers' ids or handles. */
export const readNamesakes = (tx: Tx, showId: string, identities: Identity[]): Promise<Namesake[]> =>
  tx.prepared(
    `SELECT b.platform, b.platform_user_id AS "userId", b.handle
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS k(platform, handle, name_id, user_id)
     CROSS JOIN (SELECT workspace_id AS id FROM shows WHERE id = $1 OFFSET 0) w
     CROSS JOIN LATERAL (SELECT * FROM buyers n WHERE n.workspace_id = w.id AND n.platform = k.platform AND n.handle = k.handle
       UNION SELECT * FROM buyers n WHERE n.workspace_id = w.id AND n.platform = k.platform AND n.platform_user_id = ANY(ARRAY[k.name_id, k.user_id])) b`,
    [
      showId,
      plainArray(identities.map((i) => i.platform)),
      identities.map((i) => i.handle),
      identities.map((i) => nameOnlyId(i.handle)),
      identities.map((i) => i.userId),
    ],
  );

/**
 * Maps each viewer's identities to one buyer, whether the platform reports the id or only the unique handle.
 * A handle alone refers to the one buyer who has it. An id reported later is given to the buyer known by the
 * handle. If another buyer already has that id, the id and the handle both refer to the buyer known by the
 * handle. If several ids have the same handle, the handle has changed owners, and no identities are joined.
 * @returns `joined`: maps every other identity of a buyer to the buyer's identity; `newIds`: ids to store
 */
export function joinNamesakes(
  identities: Identity[],
  namesakes: Namesake[],
): { joined: Map<string, Identity>; newIds: { platform: string; nameId: string; userId: string }[] } {
  const joined = new Map<string, Identity>();
  const newIds: { platform: string; nameId: string; userId: string }[] = [];
  const knownKeys = new Set(namesakes.map(identityKey));
  const handles = new Map(
    identities.map(({ platform, handle }) => [`${platform} ${handle}`, { platform, handle }]),
  );
  for (const { platform, handle } of handles.values()) {
    const sameHandle = identities.filter((other) => other.platform === platform && other.handle === handle);
    const nameId = nameOnlyId(handle);
    const namesakesWithId = namesakes.filter(
      (namesake) => namesake.platform === platform && namesake.handle === handle && !isNameOnly(namesake),
    );
    const ids = new Set(
      [...sameHandle.filter((identity) => !isNameOnly(identity)), ...namesakesWithId].map(
        (identity) => identity.userId,
      ),
    );
    const [userId] = ids;
    if (ids.size !== 1 || userId === undefined) continue;
    const isNameKnown = knownKeys.has(identityKey({ platform, userId: nameId }));
    const isIdKnown = knownKeys.has(identityKey({ platform, userId }));
    if (isNameKnown && !isIdKnown) newIds.push({ platform, nameId, userId });
    const commonId = isNameKnown && isIdKnown ? nameId : userId;
    for (const identity of sameHandle) {
      if (identity.userId !== commonId) joined.set(identityKey(identity), { ...identity, userId: commonId });
    }
  }
  return { joined, newIds };
}

/** Sets the ids of buyers who were known only by handle. */
export const setIds = (
  tx: Tx,
  showId: string,
  newIds: { platform: string; nameId: string; userId: string }[],
  at: string,
): Promise<unknown> =>
  tx.query(
    `UPDATE buyers b SET platform_user_id = g.user_id, updated_at = $5 FROM unnest($2::text[], $3::text[], $4::text[]) AS g(platform, name_id, user_id)
     WHERE b.workspace_id = (SELECT workspace_id FROM shows WHERE id = $1) AND b.platform = g.platform AND b.platform_user_id = g.name_id
       AND NOT EXISTS (SELECT 1 FROM buyers o WHERE o.workspace_id = b.workspace_id AND o.platform = b.platform AND o.platform_user_id = g.user_id)`,
    [
      showId,
      newIds.map((buyer) => buyer.platform),
      newIds.map((buyer) => buyer.nameId),
      newIds.map((buyer) => buyer.userId),
      at,
    ],
  );
