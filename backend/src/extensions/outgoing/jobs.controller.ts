import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { JOB_STATES, type JobList, type JobState } from '@sellary/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { ApiError, DEFAULT_PAGE_SIZE, EmptyBody, PageQuery, PlainText, UuidParam } from '../../kernel';
import { ResendJobDto } from '../extensions.dto';
import { ExtensionSwitches } from '../switches/extension-switches';
import { type JobOwner, JobQueue } from './job-queue';

class JobsQuery extends PageQuery {
  @IsOptional()
  @IsIn(JOB_STATES)
  state?: JobState;

  /** Only jobs for this receiver. */
  @IsOptional()
  @PlainText(1, 200)
  channel?: string;
}

@ApiTags('Extensions')
@Controller('api/extensions/:name/jobs')
export class JobsController {
  constructor(
    private readonly queue: JobQueue,
    private readonly switches: ExtensionSwitches,
  ) {}

  /** Lists an extension's jobs, newest first. */
  @Get()
  @MinimumRole('admin')
  list(
    @Param('name') name: string,
    @Query() { state, channel, limit, cursor }: JobsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<JobList> {
    return this.queue.page(this.owner(name, principal), {
      state: state ?? null,
      channel: channel ?? null,
      limit: limit ?? DEFAULT_PAGE_SIZE,
      cursor,
    });
  }

  /**
   * Sends a job again. A waiting job is tried now, unless an attempt is in progress. A job that has changed
   * since `endedAt` was read is not sent.
   */
  @Post(':id/resend')
  @MinimumRole('admin')
  @HttpCode(204)
  async resend(
    @Param('name') name: string,
    @UuidParam('id', 'job') id: string,
    @Body() { endedAt }: ResendJobDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    if (!(await this.queue.retryJob(this.owner(name, principal), id, { caller: principal, endedAt }))) {
      throw ApiError.notFound('job');
    }
  }

  /** Ends a waiting or failed job without handling it. */
  @Post(':id/discard')
  @MinimumRole('admin')
  @HttpCode(204)
  async discard(
    @Param('name') name: string,
    @UuidParam('id', 'job') id: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    if (!(await this.queue.discard(this.owner(name, principal), id, principal))) {
      throw ApiError.notFound('job');
    }
  }

  private owner(extension: string, { workspaceId }: Principal): JobOwner {
    return { workspaceId, extension: this.switches.get(extension).name, handler: null };
  }
}
