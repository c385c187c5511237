import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BulkCommentsResult, EmitCommentResult } from '@sellary/contracts';
import { MAX_BODY_BYTES, RequestBody } from '../../kernel';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { BulkCommentsDto, EmitCommentDto } from './debug.dto';
import { DebugComments } from './debug-comments';

@ApiTags('Debug')
@Controller('api/debug')
export class DebugController {
  constructor(private readonly comments: DebugComments) {}

  @Post('emit-comment')
  @MinimumRole('operator')
  @HttpCode(200)
  emit(@Body() body: EmitCommentDto, @CurrentPrincipal() principal: Principal): Promise<EmitCommentResult> {
    return this.comments.emit(principal.workspaceId, body);
  }

  @Post('bulk-comments')
  @RequestBody({ maxBytes: MAX_BODY_BYTES })
  @MinimumRole('operator')
  @HttpCode(200)
  bulk(@Body() body: BulkCommentsDto, @CurrentPrincipal() principal: Principal): Promise<BulkCommentsResult> {
    return this.comments.bulk(principal.workspaceId, body);
  }
}
