import { Module } from '@nestjs/common';
import { ShowsModule } from '../../shows';
import { ClaimEngineModule } from '../claim-engine.module';
import { DebugController } from './debug.controller';
import { DebugComments } from './debug-comments';

/**
 * Accepts comments that do not come from a platform. The composition root leaves this module out in
 * production, and also if the server listens beyond loopback. Its paths then do not exist.
 */
@Module({
  imports: [ClaimEngineModule, ShowsModule],
  controllers: [DebugController],
  providers: [DebugComments],
})
export class DebugModule {}
