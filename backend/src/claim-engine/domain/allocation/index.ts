/**
 * Allocation: who gets what, as a pure function of items, claims and inputs.
 * Terms: *board* = the items and claims a batch may touch; *place* = a sortable position in an item's line; *decision* = one thing that follows from the inputs.
 */
export { decide } from './decide';
export { idleUnits, isActive } from './board';
export * from './types';
