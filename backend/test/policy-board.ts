import { DEFAULT_RULES } from '@sellary/contracts';
import type { AllocationPolicy } from '@sellary/extension-kit/domain';
import {
  type BoardState,
  type ClaimState,
  type CommentInput,
  type Decision,
  type Input,
  type ItemState,
  type ShowState,
  Board,
  DEFAULT_POLICY,
  decide as decideOn,
} from '../src/claim-engine/domain/allocation';

export const NOON = Date.UTC(2026, 0, 1, 12);
/** The beginning of the show. */
export const START = NOON - 1000;
/** A buyer's winning claim on item 12, made at noon. */
export const claim = (buyerId: string, overrides: Partial<ClaimState> = {}): ClaimState => ({
  id: `claim-${buyerId}`,
  itemKey: '12',
  itemId: 'item',
  buyerId,
  status: 'winner',
  unit: 1,
  place: null,
  queueOnly: false,
  claimTime: NOON,
  arrival: NOON,
  ...overrides,
});
export const waiting = (buyerId: string, place: number): ClaimState =>
  claim(buyerId, { status: 'waitlist', place });
/** Item 12 with one unit and no claims. */
export const item = (overrides: Partial<ItemState> = {}): ItemState => ({
  id: 'item',
  key: '12',
  total: 1,
  claimed: 0,
  waiting: 0,
  lastPlace: 0,
  ...overrides,
});
export type State = BoardState & ShowState;
export const decide = (state: State, inputs: readonly Input[]): Decision[] =>
  decideOn(new Board(state), state, inputs);
export const board = (policy: AllocationPolicy, overrides: Partial<State> = {}): State => ({
  items: [item()],
  claims: [],
  spans: [[START, null]],
  ended: false,
  rules: DEFAULT_RULES,
  policy,
  ...overrides,
});
export const comment = (ref: number, buyerId: string): CommentInput => ({
  kind: 'comment',
  ref,
  buyerId,
  byHost: false,
  claimTime: NOON + ref,
  secondsOnly: false,
  arrival: NOON + ref,
  route: 'auto',
  intents: [{ act: 'claim', item: '12', qty: 1 }],
  claimIds: [`claim-${buyerId}`],
});
export const policyWith = (overrides: Partial<AllocationPolicy>): AllocationPolicy => ({
  ...DEFAULT_POLICY,
  name: 'test',
  version: 1,
  ...overrides,
});
export const holder = claim('ann');
/** Ann holds the only unit of the item, and Bob and Cat wait for it. */
export const soldOut = {
  items: [item({ claimed: 1, waiting: 2, lastPlace: 2 })],
  claims: [holder, waiting('bob', 1), waiting('cat', 2)],
};
/** Ann's unit is freed. */
export const release: Input = { kind: 'release', claimId: holder.id };
