import type { LockedShow } from '../../shows';
import { type BoardState, DEFAULT_POLICY } from '../domain/allocation';

/** The part of a show that every decision depends on, whatever items and claims it is about. */
export const showState = ({ row }: LockedShow): Omit<BoardState, 'items' | 'claims'> => ({
  spans: row.spans,
  ended: row.status === 'ended',
  maxClaimsPerComment: row.max_claims_per_comment,
  policy: DEFAULT_POLICY,
});
