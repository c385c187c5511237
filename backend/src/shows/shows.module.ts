import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { BroadcastLinks } from './broadcast-links';
import { ShowDesk } from './show-desk';
import { ShowQueue } from './show-queue';
import { Shows } from './shows';
import { ShowsController } from './shows.controller';

@Module({
  imports: [AuthModule],
  controllers: [ShowsController],
  providers: [Shows, ShowDesk, ShowQueue, BroadcastLinks],
  exports: [Shows, ShowDesk, ShowQueue, BroadcastLinks],
})
export class ShowsModule {}
