import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { BroadcastLinks } from './broadcast-links';
import { KnownPlatforms } from './known-platforms';
import { GrammarVersion } from './show-rules';
import { ShowAccess } from './show-access';
import { ShowTransactions } from './show-transactions';
import { ShowQueue } from './show-queue';
import { Shows } from './shows';
import { ShowsController } from './shows.controller';

@Module({
  imports: [AuthModule],
  controllers: [ShowsController],
  providers: [Shows, ShowAccess, ShowTransactions, ShowQueue, BroadcastLinks, GrammarVersion, KnownPlatforms],
  exports: [Shows, ShowAccess, ShowTransactions, ShowQueue, BroadcastLinks, GrammarVersion, KnownPlatforms],
})
export class ShowsModule {}
