import { Body, type CanActivate, Controller, HttpCode, Inject, Injectable, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BulkCommentsResult, EmitCommentResult } from '@sellary/contracts';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { ApiError, APP_CONFIG, type AppConfig } from '../../kernel';
import { BulkCommentsDto, EmitCommentDto } from './debug.dto';
import { DebugComments } from './debug-comments';

/** Debug endpoints exist only where a rehearsal does: local mode, on a loopback address. Elsewhere they are no path at all. */
@Injectable()
export class LocalOnlyGuard implements CanActivate {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  canActivate(): boolean {
    if (this.config.production || !this.config.loopback) throw new ApiError('NOT_FOUND', 'No such path.');
    return true;
  }
}

@ApiTags('Debug')
@Controller('api/debug')
@UseGuards(LocalOnlyGuard)
export class DebugController {
  constructor(private readonly comments: DebugComments) {}

  @Post('emit-comment')
  @MinimumRole('operator')
  @HttpCode(200)
  emit(@Body() body: EmitCommentDto, @CurrentPrincipal() principal: Principal): Promise<EmitCommentResult> {
    return this.comments.emit(principal.workspaceId, body);
  }

  @Post('bulk-comments')
  @MinimumRole('operator')
  @HttpCode(200)
  bulk(@Body() body: BulkCommentsDto, @CurrentPrincipal() principal: Principal): Promise<BulkCommentsResult> {
    return this.comments.bulk(principal.workspaceId, body);
  }
}
