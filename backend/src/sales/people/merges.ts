import { Injectable } from '@nestjs/common';
import {
  MAX_ACCOUNTS_PER_PERSON,
  MAX_NOTE_LENGTH,
  MAX_TAGS_PER_PERSON,
  type MergePreview,
  type MergeResult,
  type PersonProfile,
  type UnmergeResult,
} from '@sellary/contracts';
import { actorOf, auditedBy, type Principal } from '../../auth';
import {
  ApiError,
  BOUNDED_READ,
  Clock,
  type Reader,
  recordAudit,
  Transactions,
  type Tx,
  uuidV7,
} from '../../kernel';
import { resetBasketMarks } from '../baskets/basket-marks';
import { writeProfile } from './people';
import { readPerson } from './person-reads';
import { lockPeople, personIdOf, readAccounts, readPersonRows, readProfile } from './person-rows';
import { mergedProfile, profileAfterUndo } from './profiles';

interface MergeRow {
  id: string;
  joinedId: string;
  buyerIds: string[];
  before: PersonProfile;
  after: PersonProfile;
}

/**
 * Merges the accounts of two people, and separates them again. Claims stay with their accounts, so a merge
 * does not change past or future decisions. Blocks also stay with their accounts.
 */
@Injectable()
export class Merges {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Describes the result of a merge without performing it.
   * @throws ApiError for the same reasons as `merge`
   */
  preview(workspaceId: string, buyerId: string, otherBuyerId: string): Promise<MergePreview> {
    return this.transactions.snapshot(async (tx) => {
      const { keptId, joinedId, profile } = await planMerge(tx, workspaceId, buyerId, otherBuyerId);
      const [kept, joined] = await readPersonRows(tx, [keptId, joinedId]);
      if (kept === undefined || joined === undefined) throw ApiError.notFound('buyer');
      return { kept, joined, result: profile, accounts: await readAccounts(tx, [keptId, joinedId]) };
    }, BOUNDED_READ);
  }

  /**
   * Moves the accounts of the other person to this person.
   * @throws ApiError NOT_FOUND, ALREADY_MERGED, LIMIT_REACHED
   */
  merge(principal: Principal, buyerId: string, otherBuyerId: string): Promise<MergeResult> {
    const { workspaceId } = principal;
    return this.transactions.run(async (tx) => {
      await lockPeople(tx, workspaceId);
      const { keptId, joinedId, before, profile, joiningAccountIds } = await planMerge(
        tx,
        workspaceId,
        buyerId,
        otherBuyerId,
      );
      await resetBasketMarks(tx, workspaceId, joiningAccountIds);
      const [id, at] = [uuidV7(), this.clock.iso()];
      await tx.query('UPDATE person_accounts SET person_id = $1 WHERE person_id = $2', [keptId, joinedId]);
      await tx.query('INSERT INTO person_accounts (buyer_id, person_id, workspace_id) VALUES ($1, $2, $3)', [
        joinedId,
        keptId,
        workspaceId,
      ]);
      await writeProfile(tx, { workspaceId, id: keptId, at }, profile);
      await tx.query(
        `INSERT INTO person_merges (id, workspace_id, person_id, joined_id, position, buyer_ids, before, after, merged_by, merged_at)
         SELECT $1, $2, $3, $4, coalesce(max(position), 0) + 1, $5, $6, $7, $8, $9 FROM person_merges WHERE person_id = $3`,
        [
          id,
          workspaceId,
          keptId,
          joinedId,
          joiningAccountIds,
          JSON.stringify(before),
          JSON.stringify(profile),
          JSON.stringify(actorOf(principal)),
          at,
        ],
      );
      await recordAudit(tx, {
        ...auditedBy(principal, at),
        action: 'person.merge',
        entityType: 'person',
        entityId: keptId,
        after: { mergeId: id, joined: joinedId, accounts: joiningAccountIds },
      });
      return { person: await readPerson(tx, workspaceId, keptId), mergeId: id };
    });
  }

  /**
   * Undoes a person's latest merge. Both profiles are restored, and later changes stay with the kept person.
   * @throws ApiError NOT_FOUND, UNDO_STALE (it is not the latest merge)
   */
  unmerge(principal: Principal, buyerId: string, mergeId: string): Promise<UnmergeResult> {
    const { workspaceId } = principal;
    return this.transactions.run(async (tx) => {
      await lockPeople(tx, workspaceId);
      const personId = await personIdOf(tx, workspaceId, buyerId);
      const merge = await latestMerge(tx, personId, mergeId);
      const at = this.clock.iso();
      await resetBasketMarks(tx, workspaceId, merge.buyerIds);
      await tx.query('DELETE FROM person_accounts WHERE buyer_id = $1', [merge.joinedId]);
      await tx.query('UPDATE person_accounts SET person_id = $1 WHERE buyer_id = ANY($2::uuid[])', [
        merge.joinedId,
        merge.buyerIds,
      ]);
      const profile = profileAfterUndo(merge.before, merge.after, await readProfile(tx, personId));
      await writeProfile(tx, { workspaceId, id: personId, at }, profile);
      await tx.query('DELETE FROM person_merges WHERE id = $1', [merge.id]);
      await recordAudit(tx, {
        ...auditedBy(principal, at),
        action: 'person.unmerge',
        entityType: 'person',
        entityId: personId,
        before: { mergeId: merge.id, joined: merge.joinedId, accounts: merge.buyerIds },
      });
      const kept = await readPerson(tx, workspaceId, personId);
      return { kept, separated: await readPerson(tx, workspaceId, merge.joinedId) };
    });
  }
}

/** @throws ApiError NOT_FOUND, ALREADY_MERGED, LIMIT_REACHED */
async function planMerge(reader: Reader, workspaceId: string, buyerId: string, otherBuyerId: string) {
  const keptId = await personIdOf(reader, workspaceId, buyerId);
  const joinedId = await personIdOf(reader, workspaceId, otherBuyerId);
  if (keptId === joinedId) {
    throw new ApiError('ALREADY_MERGED', 'Both accounts already belong to this buyer. Nothing was changed.');
  }
  const [keptAccountIds, joiningAccountIds] = [
    await accountIds(reader, keptId),
    await accountIds(reader, joinedId),
  ];
  const before = await readProfile(reader, keptId);
  const profile = mergedProfile(before, await readProfile(reader, joinedId));
  if (keptAccountIds.length + joiningAccountIds.length > MAX_ACCOUNTS_PER_PERSON) {
    throw limitReachedError(`A buyer can have at most ${MAX_ACCOUNTS_PER_PERSON} accounts.`);
  }
  if (profile.tags.length > MAX_TAGS_PER_PERSON) {
    throw limitReachedError(
      `Together, the two buyers have more than ${MAX_TAGS_PER_PERSON} tags. Remove some of them first.`,
    );
  }
  if ((profile.note?.length ?? 0) > MAX_NOTE_LENGTH) {
    throw limitReachedError(
      `Together, the two notes are longer than ${MAX_NOTE_LENGTH} characters. Shorten one of them first.`,
    );
  }
  return { keptId, joinedId, before, profile, joiningAccountIds };
}

const limitReachedError = (message: string): ApiError =>
  new ApiError('LIMIT_REACHED', `${message} Nothing was changed.`);

async function accountIds(reader: Reader, personId: string): Promise<string[]> {
  const linkedRows = await reader.query<{ id: string }>(
    'SELECT buyer_id AS id FROM person_accounts WHERE person_id = $1 ORDER BY buyer_id',
    [personId],
  );
  return [personId, ...linkedRows.map(({ id }) => id)];
}

/** @throws ApiError NOT_FOUND, UNDO_STALE */
async function latestMerge(tx: Tx, personId: string, mergeId: string): Promise<MergeRow> {
  const merges = await tx.query<MergeRow>(
    `SELECT id, joined_id AS "joinedId", buyer_ids AS "buyerIds", before, after
     FROM person_merges WHERE person_id = $1 ORDER BY position DESC`,
    [personId],
  );
  const merge = merges.find(({ id }) => id === mergeId);
  if (merge === undefined) throw ApiError.notFound('merge');
  if (merge !== merges[0]) {
    throw new ApiError('UNDO_STALE', "Undo this buyer's later merge first. Nothing was changed.");
  }
  return merge;
}
