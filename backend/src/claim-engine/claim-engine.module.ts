import { Module } from '@nestjs/common';
import { PolicyChanges, RuleCatalog, ShowsModule } from '../shows';
import { ClaimActs } from './acts/claim-acts';
import { ItemActs } from './acts/item-acts';
import { PhotoActs } from './acts/photo-acts';
import { Lifecycle } from './acts/lifecycle';
import { ReviewActs } from './acts/review-acts';
import { serveLines } from './acts/serve-lines';
import { Undo } from './acts/undo';
import { Withdrawals } from './acts/withdrawals';
import { BUILT_IN_RULES } from './built-in-rules';
import { Blocks } from './blocks/blocks';
import { BlocksController } from './blocks/blocks.controller';
import { Erasure } from './erasure/erasure';
import { ErasureParticipants } from './erasure/erasure-participants';
import { ErasureController } from './erasure/erasure.controller';
import { LinkedRecords } from './erasure/linked-records';
import { ClaimIntake } from './intake/claim-intake';
import { CommentChanges } from './intake/comment-changes';
import { Vocabularies } from './intake/vocabulary';
import { ItemNumbersController } from './item-numbers.controller';
import { ItemPhotosController } from './item-photos.controller';
import { ItemsController } from './items.controller';
import { NewShows } from './new-shows/new-shows';
import { NewShowsController } from './new-shows/new-shows.controller';
import { BuyerReads } from './reads/buyer-reads';
import { ClaimReads } from './reads/claim-reads';
import { NumberDismissals } from './acts/number-dismissals';
import { ItemNumberCheck } from './reads/item-number-check';
import { RetentionJob } from './retention/retention.job';
import { CommentReviewController, ShowReviewController } from './review/review.controller';
import { ReviewPreviews } from './review/review-previews';
import { ReviewReads } from './review/review-reads';
import { ClaimsController, ShowActsController } from './show-acts.controller';
import { FairnessWindow } from './window/fairness-window';

@Module({
  imports: [ShowsModule],
  controllers: [
    ItemsController,
    ItemPhotosController,
    ItemNumbersController,
    ShowActsController,
    ClaimsController,
    ShowReviewController,
    CommentReviewController,
    ErasureController,
    BlocksController,
    NewShowsController,
  ],
  providers: [
    ClaimIntake,
    CommentChanges,
    Vocabularies,
    ClaimActs,
    ItemActs,
    NewShows,
    PhotoActs,
    Lifecycle,
    ReviewActs,
    Undo,
    Withdrawals,
    Blocks,
    ClaimReads,
    ItemNumberCheck,
    NumberDismissals,
    BuyerReads,
    ReviewPreviews,
    ReviewReads,
    Erasure,
    ErasureParticipants,
    LinkedRecords,
    RetentionJob,
    FairnessWindow,
  ],
  exports: [
    ClaimIntake,
    CommentChanges,
    ClaimReads,
    ClaimActs,
    BuyerReads,
    ErasureParticipants,
    LinkedRecords,
  ],
})
export class ClaimEngineModule {
  constructor(catalog: RuleCatalog, policyChanges: PolicyChanges) {
    catalog.add(BUILT_IN_RULES);
    policyChanges.follow(serveLines);
  }
}
