import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Claim, ClaimList, CommentList, ReleaseResult, Show, UndoResult } from '@sellary/contracts';
import { CurrentPrincipal, LargeRead, MinimumRole, type Principal } from '../auth';
import { ApiError, EmptyBody, UuidParam } from '../kernel';
import { ShowAccess } from '../shows';
import { ClaimActs } from './acts/claim-acts';
import { Lifecycle } from './acts/lifecycle';
import { Undo } from './acts/undo';
import {
  ActivateShowDto,
  ListClaimsQuery,
  ListCommentsQuery,
  ReleaseDto,
  UpdateClaimDto,
} from './claim-engine.dto';
import { ClaimReads } from './reads/claim-reads';

@ApiTags('Shows')
@Controller('api/shows/:id')
export class ShowActsController {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly undos: Undo,
    private readonly reads: ClaimReads,
    private readonly showAccess: ShowAccess,
  ) {}

  @Post('activate')
  @MinimumRole('operator')
  @HttpCode(200)
  activate(
    @UuidParam('id', 'show') id: string,
    @Body() body: ActivateShowDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.lifecycle.run(principal, id, 'activate', body.sources);
  }

  @Post('pause')
  @MinimumRole('operator')
  @HttpCode(200)
  pause(
    @UuidParam('id', 'show') id: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.lifecycle.run(principal, id, 'pause');
  }

  @Post('resume')
  @MinimumRole('operator')
  @HttpCode(200)
  resume(
    @UuidParam('id', 'show') id: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.lifecycle.run(principal, id, 'resume');
  }

  @Post('stop')
  @MinimumRole('operator')
  @HttpCode(200)
  stop(
    @UuidParam('id', 'show') id: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.lifecycle.run(principal, id, 'stop');
  }

  @Post('acts/:seq/undo')
  @MinimumRole('operator')
  @HttpCode(200)
  undo(
    @UuidParam('id', 'show') id: string,
    @Param('seq') seq: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<UndoResult> {
    if (!/^[1-9]\d{0,14}$/.test(seq)) throw ApiError.notFound('operator act');
    return this.undos.undo(principal, id, Number(seq));
  }

  @Get('claims')
  @LargeRead()
  async claims(
    @UuidParam('id', 'show') id: string,
    @Query() query: ListClaimsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ClaimList> {
    await this.showAccess.assertVisible(principal.workspaceId, id);
    return this.reads.claims(id, query);
  }

  @Get('comments')
  @LargeRead()
  async comments(
    @UuidParam('id', 'show') id: string,
    @Query() query: ListCommentsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CommentList> {
    await this.showAccess.assertVisible(principal.workspaceId, id);
    return this.reads.comments(id, query);
  }
}

@ApiTags('Claims')
@Controller('api/claims')
export class ClaimsController {
  constructor(private readonly acts: ClaimActs) {}

  @Post(':claimId/release')
  @MinimumRole('operator')
  @HttpCode(200)
  release(
    @UuidParam('claimId', 'claim') claimId: string,
    @Body() body: ReleaseDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ReleaseResult> {
    return this.acts.release(principal, claimId, body.notes);
  }

  @Patch(':claimId')
  @MinimumRole('operator')
  annotate(
    @UuidParam('claimId', 'claim') claimId: string,
    @Body() body: UpdateClaimDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Claim> {
    return this.acts.annotate(principal, claimId, body);
  }
}
