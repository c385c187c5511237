import { Module } from '@nestjs/common';
import { PlatformsModule } from '../../platforms.module';
import { DebugWebhookController } from './debug-webhook.controller';

/** Webhooks without a platform. Left out wherever the other debug endpoints are. */
@Module({ imports: [PlatformsModule], controllers: [DebugWebhookController] })
export class PlatformsDebugModule {}
