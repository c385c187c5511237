import type { AcceptedComment } from '@sellary/contracts';
import type { AcceptInput } from '../domain/allocation';
import type { ActDefinition } from './act-definition';

/** Accepts comments in review. Each comment is decided at its own claim time, in claim-time order. */
export const accept: ActDefinition<'accept'> = {
  name: 'accept',
  version: 1,
  undoable: () => true,
  inputs: ({ comments }) => comments.map(acceptInput),
};

/** Input that accepts the comment. `ref` is the comment's index in the act. */
export const acceptInput = (
  { buyerId, block, deleted, intents, claimIds, ...comment }: AcceptedComment,
  ref: number,
): AcceptInput => ({
  kind: 'accept',
  ...(block === undefined ? {} : { block }),
  ...(deleted === undefined ? {} : { deleted }),
  ref,
  buyerId,
  claimIds,
  intents: intents.map((intent) => ({ qty: 1, ...intent })),
  ...recordedTimes(comment),
});

/** The times in ms that decide a recorded comment. */
export const recordedTimes = ({
  claimTime,
  fairTime,
  arrival,
}: Pick<AcceptedComment, 'claimTime' | 'fairTime' | 'arrival'>): Pick<
  AcceptInput,
  'claimTime' | 'viewerDelay' | 'arrival'
> => ({
  claimTime: Date.parse(claimTime),
  ...(fairTime === undefined ? {} : { viewerDelay: Date.parse(claimTime) - Date.parse(fairTime) }),
  arrival: Date.parse(arrival),
});
