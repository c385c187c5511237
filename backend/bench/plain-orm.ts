import type { LiveComment } from '@sellary/extension-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { BuyerEntity, ClaimEntity, CommentEntity, compileWords, parseComment } from '../src/claim-engine';
import { chain, ShowEventEntity, uuidV7 } from '../src/kernel';
import { ShowEntity, ShowItemEntity } from '../src/shows';

const WORDS = compileWords({ claimWords: ['sold'], passWords: ['pass'] });
const NO_ITEM_KEYS = new Set<string>();

/**
 * Baseline (a), the obvious implementation: decides a comment in its own transaction under the show's lock, and
 * finds and saves entities through the ORM.
 */
export async function decideWithOrm(
  dataSource: DataSource,
  showId: string,
  comment: LiveComment,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const show = await manager.findOneOrFail(ShowEntity, {
      where: { id: showId },
      lock: { mode: 'pessimistic_write' },
    });
    const known = await manager.findOne(CommentEntity, {
      where: { showId, platform: comment.platform, platformCommentId: comment.commentId },
    });
    if (known !== null) return;
    const now = new Date();
    const buyer = await findOrMakeBuyer(manager, show, comment, now);
    const parsed = parseComment(comment.text, WORDS, NO_ITEM_KEYS);
    const intent = parsed.route === 'auto' ? parsed.intents[0] : undefined;
    const stored = manager.create(CommentEntity, {
      id: uuidV7(),
      showId,
      platform: comment.platform,
      liveId: comment.liveId,
      platformCommentId: comment.commentId,
      buyerId: buyer.id,
      text: comment.text,
      parsed,
      outcome: 'ignored',
      claimIds: [],
      byHost: false,
      commentedAt: now,
      secondsOnly: false,
      receivedAt: now,
      batch: show.lastBatch + 1,
      batchIndex: 0,
      resolution: null,
    });
    await manager.save(stored);
    const events: { type: string; payload: unknown }[] = [
      { type: 'comment.received', payload: { comment: stored, parsed } },
    ];
    if (intent?.act === 'claim') await claim(manager, show, intent.item, buyer, stored, events);
    if (intent?.act === 'pass') await pass(manager, show, intent.item, buyer, stored, events);
    await manager.save(stored);
    await appendEvents(manager, show, events, now);
    show.commentCount += 1;
    show.lastBatch += 1;
    await manager.save(show);
  });
}

async function findOrMakeBuyer(
  manager: EntityManager,
  show: ShowEntity,
  comment: LiveComment,
  now: Date,
): Promise<BuyerEntity> {
  const platformUserId = comment.author?.userId ?? comment.commentId;
  const known = await manager.findOne(BuyerEntity, {
    where: { workspaceId: show.workspaceId, platform: comment.platform, platformUserId },
  });
  if (known !== null) return known;
  const handle = comment.author?.handle ?? '';
  return manager.save(
    manager.create(BuyerEntity, {
      id: uuidV7(),
      workspaceId: show.workspaceId,
      platform: comment.platform,
      platformUserId,
      handle,
      displayName: handle,
      hidden: false,
      createdAt: now,
      updatedAt: now,
    }),
  );
}

const activeClaim = (
  manager: EntityManager,
  showId: string,
  itemKey: string,
  buyerId: string,
): Promise<ClaimEntity | null> =>
  manager.findOne(ClaimEntity, {
    where: (['winner', 'waitlist', 'unmatched'] as const).map((status) => ({
      showId,
      itemKey,
      buyerId,
      status,
    })),
  });

async function claim(
  manager: EntityManager,
  show: ShowEntity,
  itemKey: string,
  buyer: BuyerEntity,
  comment: CommentEntity,
  events: { type: string; payload: unknown }[],
): Promise<void> {
  const item = await manager.findOne(ShowItemEntity, { where: { showId: show.id, itemKey } });
  const active = await activeClaim(manager, show.id, itemKey, buyer.id);
  if (active !== null) {
    comment.outcome = 'duplicate_user';
    return;
  }
  const wins = item !== null && item.claimedCount < item.totalQuantity && item.waitlistCount === 0;
  const status = item === null ? 'unmatched' : wins ? 'winner' : 'waitlist';
  const { commentedAt: now } = comment;
  const made = manager.create(ClaimEntity, {
    id: uuidV7(),
    showId: show.id,
    itemId: item?.id ?? null,
    itemKey,
    buyerId: buyer.id,
    commentId: comment.id,
    status,
    unit: 1,
    place: status === 'waitlist' ? (item?.lastPlace ?? 0) + 1 : null,
    queueOnly: false,
    wonSeq: status === 'winner' ? show.lastSeq + 2 : null,
    why: { rule: 'plain', unitsLeft: 0, ahead: 0, claimTime: now.toISOString(), arrival: now.toISOString() },
    idempotencyKey: `${comment.platform} ${comment.platformCommentId} ${itemKey}`,
    operatorAction: false,
    actor: null,
    actSeq: null,
    flagged: false,
    operatorNotes: null,
    claimedAt: now,
    receivedAt: now,
    createdAt: now,
    updatedAt: now,
  });
  await manager.save(made);
  comment.outcome = item === null ? 'item_not_found' : status === 'winner' ? 'winner' : 'waitlist';
  comment.claimIds = [made.id];
  show.claimCount += 1;
  if (status === 'winner') show.winnerCount += 1;
  if (item !== null) {
    if (wins) item.claimedCount += 1;
    else {
      item.waitlistCount += 1;
      item.lastPlace += 1;
    }
    await manager.save(item);
    events.push(
      { type: 'claim.created', payload: { claim: made, item } },
      { type: 'item.updated', payload: { item } },
    );
  } else {
    events.push({ type: 'claim.created', payload: { claim: made, item: null } });
  }
}

async function pass(
  manager: EntityManager,
  show: ShowEntity,
  itemKey: string,
  buyer: BuyerEntity,
  comment: CommentEntity,
  events: { type: string; payload: unknown }[],
): Promise<void> {
  const item = await manager.findOne(ShowItemEntity, { where: { showId: show.id, itemKey } });
  const active = await activeClaim(manager, show.id, itemKey, buyer.id);
  if (active === null) {
    comment.outcome = 'no_active_claim';
    return;
  }
  const freesUnit = active.status === 'winner';
  if (item !== null && active.status === 'waitlist') item.waitlistCount -= 1;
  if (item !== null && freesUnit) item.claimedCount -= 1;
  active.status = 'passed';
  await manager.save(active);
  comment.outcome = 'passed';
  const next =
    freesUnit && item !== null
      ? await manager.findOne(ClaimEntity, {
          where: { itemId: item.id, status: 'waitlist' },
          order: { place: 'ASC' },
        })
      : null;
  if (next !== null && item !== null) {
    next.status = 'winner';
    item.waitlistCount -= 1;
    item.claimedCount += 1;
    await manager.save(next);
  }
  if (item !== null) await manager.save(item);
  events.push(
    { type: 'claim.released', payload: { claim: active, item, promotedClaim: next } },
    { type: 'item.updated', payload: { item } },
  );
}

async function appendEvents(
  manager: EntityManager,
  show: ShowEntity,
  events: { type: string; payload: unknown }[],
  now: Date,
): Promise<void> {
  const newRows = events.map((event) => ({
    type: event.type,
    at: now.toISOString(),
    by: null,
    payload: JSON.stringify(event.payload),
  }));
  const rows = chain(show.id, show.lastSeq, show.headHash.toString('hex'), newRows);
  await manager.save(
    rows.map((row, index) =>
      manager.create(ShowEventEntity, {
        showId: show.id,
        seq: row.seq,
        type: row.type,
        at: now,
        by: null,
        payload: events[index]?.payload,
        salt: Buffer.from(row.salt, 'hex'),
        digest: Buffer.from(row.digest, 'hex'),
        hash: Buffer.from(row.hash, 'hex'),
      }),
    ),
  );
  show.lastSeq += rows.length;
  const head = rows[rows.length - 1]?.hash;
  if (head !== undefined) show.headHash = Buffer.from(head, 'hex');
}
