/**
 * Allocation: who gets what, as a pure function of items, claims, and inputs. Terms: *board* = the items and
 * claims a batch may touch; *place* = a sortable position in an item's line; *decision* = one result of the
 * inputs.
 */
export { decide, decideStepwise } from './decide';
export { BUILT_IN_POLICIES, DEFAULT_POLICY, FALLBACK_POLICY, findPolicy, OLDEST_POLICY } from './policies';
export { Board } from './board';
export { factsFor } from './board-facts';
export type { BoardFact } from './buyer-facts';
export type { ClaimsByItem } from './holdings-by-buyer';
export { idleUnits, isActive } from './board-contents';
export { askedLine, itemKeyOf, lineKey, variantOf } from './stock-lines';
export * from './types';
export { requestReason } from './unit-request';
export { viewerDelayMs } from './viewer-delay';
