import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { ClaimExplanation, ReplayVerdict, ViewerDelayProposals } from '@sellary/contracts';
import type { Response } from 'express';
import { CurrentPrincipal, LargeRead, MinimumRole, type Principal } from '../auth';
import { UuidParam } from '../kernel';
import { Explanations } from './explanation/explanations';
import { EvidenceQuery, ExplanationQuery } from './reports.dto';
import { ViewerDelays } from './viewer-delays/viewer-delays';
import { EvidenceFiles } from './evidence/evidence-files';
import { ShowReplays } from './evidence/show-replays';

/** A show's fairness: claim explanations, replays, evidence, and proposed viewer delays. */
@ApiTags('Claims')
@Controller('api')
export class FairnessController {
  constructor(
    private readonly explanations: Explanations,
    private readonly replays: ShowReplays,
    private readonly evidence: EvidenceFiles,
    private readonly delays: ViewerDelays,
  ) {}

  @Get('claims/:claimId/explanation')
  @LargeRead()
  explanation(
    @UuidParam('claimId', 'claim') claimId: string,
    @Query() { timeZone }: ExplanationQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ClaimExplanation> {
    return this.explanations.explain(principal.workspaceId, claimId, timeZone);
  }

  @Get('shows/:id/replay')
  @MinimumRole('admin')
  replay(
    @UuidParam('id', 'show') id: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReplayVerdict> {
    return this.replays.verdict(principal, id, disconnectSignal(response));
  }

  @Get('shows/:id/viewer-delays')
  @LargeRead()
  viewerDelays(
    @UuidParam('id', 'show') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ViewerDelayProposals> {
    return this.delays.propose(principal.workspaceId, id);
  }

  @Get('shows/:id/evidence')
  @MinimumRole('operator')
  @ApiProduces('text/html')
  async file(
    @UuidParam('id', 'show') id: string,
    @Query() { claim, timeZone = 'UTC' }: EvidenceQuery,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const file = await this.evidence.create(principal, id, claim, timeZone, disconnectSignal(response));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Disposition', file.contentDisposition);
    return file.html;
  }
}

/** Returns a signal that aborts when the caller disconnects. */
function disconnectSignal(response: Response): AbortSignal {
  const disconnected = new AbortController();
  response.once('close', () => disconnected.abort());
  return disconnected.signal;
}
