import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { ShowsModule } from '../shows';
import { ConsoleLimits } from './console-limits';
import { Heartbeat } from './heartbeat';
import { RealtimeGateway } from './realtime.gateway';
import { ShowJoins } from './show-joins';
import { ShowRooms } from './show-rooms';

@Module({
  imports: [AuthModule, ShowsModule],
  providers: [RealtimeGateway, ShowJoins, ShowRooms, ConsoleLimits, Heartbeat],
})
export class RealtimeModule {}
