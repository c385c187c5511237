import { DEFAULT_RULES } from '@sellary/contracts';
import type { AllocationPolicy } from '@sellary/extension-kit/domain';
import {
  type BoardState,
  type ClaimState,
  type CommentInput,
  type Decision,
  type Input,
  type ShowState,
  Board,
  DEFAULT_POLICY,
  decide as decideOn,
} from '../src/claim-engine/domain/allocation';

export const NOON = Date.UTC(2026, 0, 1, 12);
export const waiting = (buyerId: string, place: number): ClaimState => ({
  id: `claim-${buyerId}`,
  itemKey: '12',
  itemId: 'item',
  buyerId,
  status: 'waitlist',
  unit: 1,
  place,
  queueOnly: false,
  claimTime: NOON,
  arrival: NOON,
});
export type State = BoardState & ShowState;
export const decide = (state: State, inputs: readonly Input[]): Decision[] =>
  decideOn(new Board(state), state, inputs);
export const board = (policy: AllocationPolicy, overrides: Partial<State> = {}): State => ({
  items: [{ id: 'item', key: '12', total: 1, claimed: 0, waiting: 0, lastPlace: 0 }],
  claims: [],
  spans: [[NOON - 1000, null]],
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
export const soldOut = {
  items: [{ id: 'item', key: '12', total: 1, claimed: 1, waiting: 2, lastPlace: 2 }],
};
export const holder: ClaimState = { ...waiting('ann', 0), status: 'winner', place: null };
