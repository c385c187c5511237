import type { IntentOutcome, ReviewPreview } from '@sellary/contracts';
import { PolicyViolation } from '@sellary/extension-kit/domain';
import type { Reader } from '../../kernel';
import { acceptInput } from '../acts/accept.act';
import { readHoldings } from '../acts/act-reads';
import {
  type AcceptInput,
  askedLine,
  Board,
  type BoardState,
  type Decision,
  itemKeyOf,
  FALLBACK_POLICY,
} from '../domain/allocation';
import { decideInTurns } from '../decision-recorder/decide-in-turns';
import { toClaimState } from '../records/claim-record';
import { toItemStates } from '../records/item-record';
import { type ShowWithCatalog, showState } from '../records/show-state';
import { readTags } from '../records/tag-facts';
import { type AcceptableComment, readForAccept } from './accept-reads';

/** Result of accepting a comment, for the comment and for each of its intents. */
export interface CommentPreview {
  preview: ReviewPreview;
  intents: ReviewPreview[];
}

type Created = Extract<Decision, { kind: 'created' }>;

/**
 * Reports what accepting would do now, with the same `decide()` that accepting uses. Does not change
 * anything.
 */
export class AcceptancePreview {
  private constructor(
    private readonly show: ShowWithCatalog,
    private readonly board: BoardState,
  ) {}

  /** Reads the board for these comments in a fixed number of queries. */
  static async read(
    reader: Reader,
    show: ShowWithCatalog,
    comments: readonly AcceptableComment[],
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
  async previewTogether(comments: readonly AcceptableComment[]): Promise<Map<string, CommentPreview>> {
    const keys = keysOf(comments);
    const decisions = await this.decide(comments.map(toInput), {
      ...this.board,
      items: this.board.items.filter(({ key }) => keys.has(itemKeyOf(key))),
      claims: this.board.claims.filter(({ itemKey }) => keys.has(itemKeyOf(itemKey))),
    });
    const created = new Map(
      decisions.flatMap((decision) =>
        decision.kind === 'created' ? [[decision.claim.id, decision] as const] : [],
      ),
    );
    const previews = new Map<string, CommentPreview>();
    for (const decision of decisions) {
      const comment = decision.kind === 'comment' ? comments[decision.ref] : undefined;
      if (decision.kind !== 'comment' || comment === undefined) continue;
      const intents = decision.outcomes.map((outcome, index) => ({
        ...resultOf(outcome, created),
        ...unitsOf([outcome]),
        ...this.waitingPosition(comment, index, outcome),
      }));
      const preview = { ...resultOf(decision, created), ...unitsOf(decision.outcomes) };
      previews.set(comment.commentId, { preview, intents });
    }
    return previews;
  }

  /** Ids of the items that the comments name. */
  itemIdsOf(comments: readonly AcceptableComment[]): string[] {
    const keys = keysOf(comments);
    const items = this.board.items.filter(({ key }) => keys.has(itemKeyOf(key)));
    return [...new Set(items.map(({ id }) => id))];
  }

  /** The buyer's position in line, if the intent does nothing because the buyer is already waiting. */
  private waitingPosition(
    { buyerId, intents }: AcceptableComment,
    index: number,
    { outcome }: IntentOutcome,
  ): Partial<Pick<ReviewPreview, 'position'>> {
    const intent = intents[index];
    if (outcome !== 'duplicate_user' || intent === undefined) return {};
    const key = askedLine(intent);
    const line = this.board.claims.filter(({ itemKey, status }) => itemKey === key && status === 'waitlist');
    const claims = this.board.claims.filter((claim) => claim.itemKey === key && claim.buyerId === buyerId);
    const place = claims[0]?.place ?? null;
    if (place === null || claims.some(({ status }) => status === 'winner')) return {};
    return { position: line.filter((waiting) => (waiting.place ?? 0) <= place).length };
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

const keysOf = (comments: readonly AcceptableComment[]): Set<string> =>
  new Set(comments.flatMap(({ intents }) => intents.map(({ item }) => item)));

/**
 * The outcome, the number of units that were free before the first new claim, and that claim's position in
 * line.
 */
function resultOf(
  { outcome, claimIds }: Pick<IntentOutcome, 'outcome' | 'claimIds'>,
  created: ReadonlyMap<string, Created>,
): ReviewPreview {
  const first = created.get(claimIds[0] ?? '');
  return { outcome, unitsLeft: first?.why.unitsLeft ?? null, position: first?.position ?? null };
}

function unitsOf(outcomes: readonly IntentOutcome[]): Pick<ReviewPreview, 'units'> {
  const sumOf = (field: 'won' | 'waiting'): number => outcomes.reduce((sum, part) => sum + part[field], 0);
  const claimed = outcomes.filter(({ outcome }) => outcome !== 'passed');
  return claimed.some(({ quantity }) => quantity > 1)
    ? { units: { won: sumOf('won'), waiting: sumOf('waiting') } }
    : {};
}

/** The input, with made-up claim ids, because a preview stores no claims. */
const toInput = (comment: AcceptableComment, ref: number): AcceptInput => {
  const claimIds = comment.intents.flatMap(({ qty = 1 }, index) =>
    Array.from({ length: qty }, (_, unit) => `${comment.commentId} ${index} ${unit}`),
  );
  return acceptInput({ ...comment, claimIds }, ref);
};
