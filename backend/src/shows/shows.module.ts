import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { APP_CONFIG, type AppConfig } from '../kernel';
import { BroadcastLinks } from './broadcast-links';
import { Workspaces } from './workspace-settings/workspaces';
import { WorkspacesController } from './workspace-settings/workspaces.controller';
import { KnownPlatforms } from './known-platforms';
import { ItemPhotos } from './photos/item-photos';
import { PhotoCleanup } from './photos/photo-cleaning';
import { PhotoRequests } from './photos/photo-requests';
import { photoStoreOf } from './photos/configured-store';
import { PHOTO_STORE } from './photos/photo-store';
import { RuleChoicesController } from './rules/rule-choices.controller';
import { PolicyChanges } from './rules/policy-changes';
import { RuleCatalog } from './rules/rule-catalog';
import { ShowAccess } from './show-access';
import { ShowEdits } from './show-edits';
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
    ShowEdits,
    SourceChanges,
    Templates,
    ShowAccess,
    ShowTransactions,
    ShowQueue,
    BroadcastLinks,
    RuleCatalog,
    PolicyChanges,
    KnownPlatforms,
    Workspaces,
    { provide: PHOTO_STORE, useFactory: (config: AppConfig) => photoStoreOf(config), inject: [APP_CONFIG] },
    ItemPhotos,
    PhotoCleanup,
    PhotoRequests,
  ],
  exports: [
    ItemPhotos,
    Shows,
    ShowAccess,
    ShowTransactions,
    ShowQueue,
    BroadcastLinks,
    RuleCatalog,
    PolicyChanges,
    KnownPlatforms,
    Workspaces,
  ],
})
export class ShowsModule {}
