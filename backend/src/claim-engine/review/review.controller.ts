import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AcceptResult,
  type DismissResult,
  MAX_GROUPED_REVIEWS,
  MAX_PREVIEWED_REQUESTS,
  MAX_RESOLVED_AT_ONCE,
  type PreviewResult,
  type ResolveResult,
  type ReviewGroupList,
  type ReviewList,
} from '@sellary/contracts';
import { CurrentPrincipal, LargeRead, MinimumRole, type Principal } from '../../auth';
import { EmptyBody, PageQuery, UuidParam } from '../../kernel';
import { ShowAccess } from '../../shows';
import { ReviewActs } from '../acts/review-acts';
import { AcceptDto, PreviewDto, ResolveDto } from './review.dto';
import { ReviewPreviews } from './review-previews';
import { ReviewReads } from './review-reads';

@ApiTags('Shows')
@Controller('api/shows/:id/review')
export class ShowReviewController {
  constructor(
    private readonly reads: ReviewReads,
    private readonly previews: ReviewPreviews,
    private readonly acts: ReviewActs,
    private readonly showAccess: ShowAccess,
  ) {}

  @Get()
  @LargeRead()
  @ApiOperation({
    summary: 'Open reviews, each with its proposals and a preview of accepting it now',
    description: 'In order of arrival. Proposals and previews are computed when they are read.',
  })
  async list(
    @UuidParam('id', 'show') id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ReviewList> {
    await this.showAccess.assertVisible(principal.workspaceId, id);
    return this.reads.list(id, query);
  }

  @Get('groups')
  @LargeRead()
  @ApiOperation({
    summary: 'Open reviews grouped by the decision that would resolve them',
    description: `The largest group first. The first ${MAX_GROUPED_REVIEWS} open reviews in claim-time order are grouped; \`left\` is how many remain.`,
  })
  async groups(
    @UuidParam('id', 'show') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ReviewGroupList> {
    await this.showAccess.assertVisible(principal.workspaceId, id);
    return this.reads.groups(id);
  }

  @Post('preview')
  @LargeRead()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Preview what each request to resolve reviews would do now if it were the only one',
    description: `Does not change anything. At most ${MAX_PREVIEWED_REQUESTS} requests, which together name at most ${MAX_RESOLVED_AT_ONCE} comments. \`lastSeq\` is the last ledger row that the response takes into account. A later row may make the response out of date; see \`dependsOn\`.`,
  })
  async preview(
    @UuidParam('id', 'show') id: string,
    @Body() body: PreviewDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<PreviewResult> {
    await this.showAccess.assertVisible(principal.workspaceId, id);
    return this.previews.read(id, body.requests);
  }

  @Post('resolve')
  @MinimumRole('operator')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Resolve many reviews in one act that a single undo reverts',
    description: `In claim-time order, the oldest ${MAX_RESOLVED_AT_ONCE} per call; \`left\` is how many remain. Reviews that are no longer open do not change. \`count-word\` adds the word to the show's claim words and accepts the open comments that use it.`,
  })
  resolve(
    @UuidParam('id', 'show') id: string,
    @Body() body: ResolveDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ResolveResult> {
    return this.acts.resolve(principal, id, body);
  }
}

@ApiTags('Comments')
@Controller('api/comments/:commentId')
export class CommentReviewController {
  constructor(private readonly acts: ReviewActs) {}

  @Post('accept')
  @MinimumRole('operator')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Accept a comment in review at its own claim time',
    description:
      'With its proposal, or as edited. A free unit is won; otherwise the claim joins the waitlist ahead of the first waiting claim with a later fair time. `ALREADY_RESOLVED` if an operator has resolved it.',
  })
  accept(
    @UuidParam('commentId', 'comment') commentId: string,
    @Body() body: AcceptDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AcceptResult> {
    return this.acts.accept(principal, commentId, body);
  }

  @Post('dismiss')
  @MinimumRole('operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Resolve a review without a claim' })
  dismiss(
    @UuidParam('commentId', 'comment') commentId: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<DismissResult> {
    return this.acts.dismiss(principal, commentId);
  }
}
