import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { ShowsModule } from '../shows';
import { ConsoleLimits } from './console-limits';
import { Pulse } from './pulse';
import { RealtimeGateway } from './realtime.gateway';
import { ShowJoins } from './show-joins';
import { ShowRooms } from './show-rooms';

@Module({ imports: [AuthModule, ShowsModule], providers: [RealtimeGateway, ShowJoins, ShowRooms, ConsoleLimits, Pulse] })
export class RealtimeModule {}
