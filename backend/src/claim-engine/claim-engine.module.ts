import { Module } from '@nestjs/common';
import { ShowsModule } from '../shows';
import { ClaimActs } from './acts/claim-acts';
import { ItemActs } from './acts/item-acts';
import { Lifecycle } from './acts/lifecycle';
import { Undo } from './acts/undo';
import { ClaimIntake } from './intake/claim-intake';
import { CommentChanges } from './intake/comment-changes';
import { Vocabularies } from './intake/vocabulary';
import { ItemsController } from './items.controller';
import { ClaimReads } from './reads/claim-reads';
import { ClaimsController, ShowActsController } from './show-acts.controller';
import { ShowsInReach } from './shows-in-reach';

@Module({
  imports: [ShowsModule],
  controllers: [ItemsController, ShowActsController, ClaimsController],
  providers: [ClaimIntake, CommentChanges, Vocabularies, ClaimActs, ItemActs, Lifecycle, Undo, ClaimReads, ShowsInReach],
  exports: [ClaimIntake, CommentChanges, ClaimReads, ShowsInReach],
})
export class ClaimEngineModule {}
