import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { BroadcastLinks } from './broadcast-links';
import { Workspaces } from './defaults/workspaces';
import { WorkspacesController } from './defaults/workspaces.controller';
import { KnownPlatforms } from './known-platforms';
import { RuleChoicesController } from './rules/rule-choices.controller';
import { RuleCatalog } from './rules/rule-catalog';
import { ShowAccess } from './show-access';
import { ShowTransactions } from './show-transactions';
import { ShowQueue } from './show-queue';
import { Shows } from './shows';
import { ShowsController } from './shows.controller';
import { SourceChanges } from './source-changes';

@Module({
  imports: [AuthModule],
  controllers: [ShowsController, WorkspacesController, RuleChoicesController],
  providers: [
    Shows,
    SourceChanges,
    ShowAccess,
    ShowTransactions,
    ShowQueue,
    BroadcastLinks,
    RuleCatalog,
    KnownPlatforms,
    Workspaces,
  ],
  exports: [
    Shows,
    ShowAccess,
    ShowTransactions,
    ShowQueue,
    BroadcastLinks,
    RuleCatalog,
    KnownPlatforms,
    Workspaces,
  ],
})
export class ShowsModule {}
