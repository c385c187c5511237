import type { AcceptedComment, ReviewPreview } from '@sellary/contracts';
import { PolicyViolation } from '@sellary/extension-kit/domain';
import type { Reader } from '../../kernel';
import { readHoldings } from '../acts/act-reads';
import {
  type AcceptInput,
  Board,
  type BoardState,
  type Decision,
  itemKeyOf,
  FALLBACK_POLICY,
} from '../domain/allocation';
import { decideInTurns } from '../decision-recorder/decide-in-turns';
import { toClaimState } from '../records/claim-record';
import { toItemStates } from '../records/item-record';
import { type RuledShow, showState } from '../records/show-state';
import { readTags } from '../records/tag-facts';
import { readForAccept } from './accept-reads';

/** A comment with the intents that accepting it would decide. */
export type Foreseen = Pick<
  AcceptedComment,
  'commentId' | 'buyerId' | 'block' | 'deleted' | 'claimTime' | 'fairTime' | 'arrival' | 'intents'
>;

/** Reports what accepting would do now, with the same `decide()`. Changes nothing. */
export class AcceptancePreview {
  private constructor(
    private readonly show: RuledShow,
    private readonly board: BoardState,
  ) {}

  /** Reads the board of these comments, in a fixed number of queries. */
  static async read(
    reader: Reader,
    show: RuledShow,
    comments: readonly Foreseen[],
  ): Promise<AcceptancePreview> {
    const { items, claims, line } = await readForAccept(reader, show.row, comments);
    const buyers = [...comments.map(({ buyerId }) => buyerId), ...claims.map(({ buyer }) => buyer.id)];
    const states = [...line, ...claims.map(toClaimState)];
    const tags = await readTags(reader, show, () => [...buyers, ...line.map(({ buyerId }) => buyerId)]);
    return new AcceptancePreview(show, {
      tags,
      items: items.flatMap(toItemStates),
      claims: [...new Map(states.map((claim) => [claim.id, claim])).values()],
      ...(await readHoldings(reader, show.row.id, [...new Set(buyers)])),
    });
  }

  /** Results of accepting all comments in one act, by comment id. */
  async together(comments: readonly Foreseen[]): Promise<Map<string, ReviewPreview>> {
    const inputs = comments.map(toInput);
    const decisions = await this.decide(inputs, this.board);
    const previews = new Map<string, ReviewPreview>();
    for (const decision of decisions) {
      const comment = decision.kind === 'comment' ? comments[decision.ref] : undefined;
      if (decision.kind !== 'comment' || comment === undefined) continue;
      const units = unitsOf(decision);
      previews.set(comment.commentId, {
        outcome: decision.outcome,
        unitsLeft: null,
        position: null,
        ...units,
      });
    }
    return previews;
  }

  /** Result of accepting this comment by itself, even if a group act would refuse it. */
  async alone({ block: _, deleted: __, ...comment }: Foreseen): Promise<ReviewPreview> {
    const keys = new Set(comment.intents.map(({ item }) => item));
    const board = {
      ...this.board,
      items: this.board.items.filter(({ key }) => keys.has(itemKeyOf(key))),
      claims: this.board.claims.filter(({ itemKey }) => keys.has(itemKeyOf(itemKey))),
    };
    const decisions = await this.decide([toInput(comment, 0)], board);
    const created = decisions.find((decision) => decision.kind === 'created');
    const [decided] = decisions;
    return {
      outcome: decided?.kind === 'comment' ? decided.outcome : 'needs_item',
      unitsLeft: created?.why.unitsLeft ?? null,
      position: created?.position ?? null,
      ...unitsOf(decided),
    };
  }

  private async decide(inputs: AcceptInput[], board: BoardState): Promise<Decision[]> {
    const state = showState(this.show);
    try {
      return await decideInTurns(new Board(board), state, inputs);
    } catch (error) {
      if (!(error instanceof PolicyViolation)) throw error;
      return decideInTurns(new Board(board), { ...state, policy: FALLBACK_POLICY }, inputs);
    }
  }
}

function unitsOf(decision: Decision | undefined): Pick<ReviewPreview, 'units'> {
  const outcomes = decision?.kind === 'comment' ? decision.outcomes : [];
  const sumOf = (field: 'won' | 'waiting'): number => outcomes.reduce((sum, one) => sum + one[field], 0);
  const claimed = outcomes.filter(({ outcome }) => outcome !== 'passed');
  return claimed.some(({ quantity }) => quantity > 1)
    ? { units: { won: sumOf('won'), waiting: sumOf('waiting') } }
    : {};
}

const toInput = (
  { commentId, buyerId, block, deleted, claimTime, fairTime, arrival, intents }: Foreseen,
  ref: number,
): AcceptInput => ({
  kind: 'accept',
  ...(block === undefined ? {} : { block }),
  ...(deleted === undefined ? {} : { deleted }),
  ...{ ref, buyerId, intents: intents.map((intent) => ({ qty: 1, ...intent })) },
  claimTime: Date.parse(claimTime),
  ...(fairTime === undefined ? {} : { viewerDelay: Date.parse(claimTime) - Date.parse(fairTime) }),
  arrival: Date.parse(arrival),
  // Ids of claims that are never stored.
  claimIds: intents.flatMap(({ qty = 1 }, index) =>
    Array.from({ length: qty }, (_, unit) => `${commentId} ${index} ${unit}`),
  ),
});
