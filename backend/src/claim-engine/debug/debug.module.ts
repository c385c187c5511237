import { Module } from '@nestjs/common';
import { ShowsModule } from '../../shows';
import { ClaimEngineModule } from '../claim-engine.module';
import { DebugController } from './debug.controller';
import { DebugComments } from './debug-comments';

/**
 * Comments without a platform. The composition root leaves it out in production, and if the server listens
 * beyond loopback: its paths do not exist then.
 */
@Module({
  imports: [ClaimEngineModule, ShowsModule],
  controllers: [DebugController],
  providers: [DebugComments],
})
export class DebugModule {}
