/**
 * Decides who gets what. Every comment enters through `ClaimIntake.submit`. Every operator act that can move
 * a claim is performed here. Both end in the pure `decide()` under the show's lock. The module does not
 * depend on platforms or sockets. A *comment* has *intents* (claim, pass, waitlist), which make *claims*.
 * `domain/allocation` explains *board* and *decision*; `domain/grammar` explains *grammar*.
 */
export { BUILT_IN_RULES } from './built-in-rules';
export { ClaimEngineModule } from './claim-engine.module';
export { DebugModule } from './debug/debug.module';
export {
  type ErasedSubject,
  ErasureParticipants,
  type LedgerCopies,
  type UndecidedComments,
} from './erasure/erasure-participants';
export { type BuyerRecords, LinkedRecords, type StrayBuyer } from './erasure/linked-records';
export { countedSql } from './counted-claims';
export { erasedSql } from './erasure/redaction';
export { readBlockVersions } from './blocks/blocks';
export type { IntakeResult } from './intake/batch-record';
export { ClaimIntake } from './intake/claim-intake';
export { CommentChanges } from './intake/comment-changes';
export { markPaid, releaseWins } from './acts/basket-acts';
export { ClaimActs } from './acts/claim-acts';
export { undoAct } from './acts/undo';
export { BuyerReads } from './reads/buyer-reads';
export { ClaimReads } from './reads/claim-reads';
export {
  countCommentsSince,
  countStoredComments,
  type LastComment,
  readLastComments,
} from './reads/comment-counts';
export { RETENTION_SECTION } from './retention/retention.config';
export { Replay, type ReplayReport } from './replay/replay';
export { reparse } from './replay/reparse';
export { BuyerEntity } from './buyer.entity';
export { ClaimEntity } from './claim.entity';
export { CommentEntity } from './comment.entity';
export { buyerName } from './records/buyer-name';
export { compileWords, parseComment } from './domain/grammar';
