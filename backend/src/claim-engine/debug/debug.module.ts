import { Module } from '@nestjs/common';
import { ShowsModule } from '../../shows';
import { ClaimEngineModule } from '../claim-engine.module';
import { DebugController } from './debug.controller';
import { DebugComments } from './debug-comments';

/**
 * Comments without a platform. The composition root leaves it out in production and off loopback: then its
 * paths do not exist.
 */
@Module({
  imports: [ClaimEngineModule, ShowsModule],
  controllers: [DebugController],
  providers: [DebugComments],
})
export class DebugModule {}
