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
import { Templates } from './templates/templates';
import { TemplatesController } from './templates/templates.controller';

@Module({
  imports: [AuthModule],
  controllers: [ShowsController, WorkspacesController, RuleChoicesController, TemplatesController],
  providers: [
    Shows,
    SourceChanges,
    Templates,
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
