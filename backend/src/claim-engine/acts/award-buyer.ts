import type { AwardRequest, Buyer } from '@sellary/contracts';
import { ApiError, uuidV7 } from '../../kernel';
import { type LockedShow, sourcesOf } from '../../shows';

const BUYER = `id, platform, platform_user_id AS "platformUserId", handle, display_name AS "displayName", hidden`;

/**
 * Resolves the buyer that an operator specified.
 * @throws ApiError HANDLE_AMBIGUOUS with the candidates
 */
export async function buyerForAward(show: LockedShow, request: AwardRequest): Promise<Buyer> {
  const handle = request.userHandle.trim().replace(/^@/, '');
  if (handle === '') throw ApiError.invalid('userHandle', 'userHandle must not be empty');
  const { row, tx } = show;
  if (request.platformUserId !== undefined) {
    const platform = request.platform ?? (await platformOfFirstSource(show));
    return findOrCreate(show, { platform, platformUserId: request.platformUserId, handle });
  }
  const candidates = await tx.query<Buyer>(
    `SELECT ${BUYER} FROM buyers b
     WHERE b.workspace_id = $1 AND lower(b.handle) = lower($2) AND NOT b.hidden AND ($3::text IS NULL OR b.platform = $3)
       AND (EXISTS (SELECT 1 FROM comments m WHERE m.show_id = $4 AND m.buyer_id = b.id) OR EXISTS (SELECT 1 FROM claims c WHERE c.show_id = $4 AND c.buyer_id = b.id))
     ORDER BY b.platform, b.platform_user_id LIMIT 20`,
    [row.workspace_id, handle, request.platform ?? null, show.id],
  );
  const [only, another] = candidates;
  if (another !== undefined) {
    const details = candidates.map((buyer) => ({
      field: 'platformUserId',
      message: `${buyer.platform} ${buyer.platformUserId} (${buyer.displayName})`,
    }));
    throw new ApiError(
      'HANDLE_AMBIGUOUS',
      `${candidates.length} buyers in this show are named ${handle}. Specify platformUserId.`,
      details,
    );
  }
  return only ?? findOrCreate(show, { platform: 'manual', platformUserId: handle.toLowerCase(), handle });
}

async function platformOfFirstSource(show: LockedShow): Promise<string> {
  const [source] = await sourcesOf(show.tx, show.id);
  return source?.platform ?? 'rehearsal';
}

/**
 * Finds the buyer or stores a new one. A known buyer keeps the stored handle, which appears on earlier
 * claims.
 */
async function findOrCreate(
  show: LockedShow,
  identity: { platform: string; platformUserId: string; handle: string },
): Promise<Buyer> {
  await show.tx.query(
    `INSERT INTO buyers (id, workspace_id, platform, platform_user_id, handle, display_name, hidden, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5, false, $6, $6)
     ON CONFLICT (workspace_id, platform, platform_user_id) DO NOTHING`,
    [uuidV7(), show.row.workspace_id, identity.platform, identity.platformUserId, identity.handle, show.at],
  );
  const [buyer] = await show.tx.query<Buyer>(
    `SELECT ${BUYER} FROM buyers WHERE workspace_id = $1 AND platform = $2 AND platform_user_id = $3`,
    [show.row.workspace_id, identity.platform, identity.platformUserId],
  );
  if (buyer === undefined) throw new Error('The buyer was not stored');
  return buyer;
}
