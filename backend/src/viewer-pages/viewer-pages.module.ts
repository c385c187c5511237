import { Module } from '@nestjs/common';
import { ShowsModule } from '../shows';
import { OpenedPages } from './opened-pages';
import { ShowStreams } from './show-streams';
import { ViewerShowCache } from './viewer-show-cache';
import { ViewerPageRequests } from './viewer-page-requests';
import { ViewerPages } from './viewer-pages';
import { ViewerPagesController } from './viewer-pages.controller';

@Module({
  imports: [ShowsModule],
  controllers: [ViewerPagesController],
  providers: [ViewerPages, OpenedPages, ViewerShowCache, ShowStreams, ViewerPageRequests],
})
export class ViewerPagesModule {}
