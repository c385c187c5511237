import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { ClaimEngineModule } from '../claim-engine';
import { Pulse } from './pulse';
import { RealtimeGateway } from './realtime.gateway';
import { ShowRooms } from './show-rooms';

@Module({ imports: [AuthModule, ClaimEngineModule], providers: [RealtimeGateway, ShowRooms, Pulse] })
export class RealtimeModule {}
