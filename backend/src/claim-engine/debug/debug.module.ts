import { Module } from '@nestjs/common';
import { ShowsModule } from '../../shows';
import { ClaimEngineModule } from '../claim-engine.module';
import { DebugController } from './debug.controller';
import { DebugComments } from './debug-comments';

/**
 * Accepts comments without a platform. The composition root leaves this module out in production, and if the
 * server listens beyond loopback, so that its paths do not exist.
 */
@Module({
  imports: [ClaimEngineModule, ShowsModule],
  controllers: [DebugController],
  providers: [DebugComments],
})
export class DebugModule {}
