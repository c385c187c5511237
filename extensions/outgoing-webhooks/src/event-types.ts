/** The ledger row types that can be sent. */
export const EVENT_TYPES = [
  'claim.created',
  'claim.updated',
  'claim.released',
  'item.updated',
  'session.status',
  'show.updated',
  'review.updated',
  'viewer.erased',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];
