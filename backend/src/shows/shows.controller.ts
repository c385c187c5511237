import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Show, ShowEventList, ShowList } from '@sellary/contracts';
import { CurrentPrincipal, LargeRead, MinimumRole, type Principal } from '../auth';
import { UuidParam } from '../kernel';
import { ShowRulesDto } from './rules/show-rules.dto';
import { LedgerQuery, ListShowsQuery, ShowDto, SourceDto } from './shows.dto';
import { ShowEdits } from './show-edits';
import { Shows } from './shows';
import { SourceChanges } from './source-changes';

@ApiTags('Shows')
@Controller('api/shows')
export class ShowsController {
  constructor(
    private readonly shows: Shows,
    private readonly edits: ShowEdits,
    private readonly sources: SourceChanges,
  ) {}

  @Get()
  list(@Query() query: ListShowsQuery, @CurrentPrincipal() principal: Principal): Promise<ShowList> {
    return this.shows.list(principal.workspaceId, query);
  }

  @Post()
  @MinimumRole('operator')
  create(@Body() body: ShowDto, @CurrentPrincipal() principal: Principal): Promise<Show> {
    return this.shows.create(principal, body);
  }

  @Patch(':id')
  @MinimumRole('operator')
  update(
    @UuidParam('id', 'show') id: string,
    @Body() body: ShowDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.edits.update(principal, id, body);
  }

  @Patch(':id/rules')
  @MinimumRole('operator')
  changeRules(
    @UuidParam('id', 'show') id: string,
    @Body() body: ShowRulesDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.edits.update(principal, id, body);
  }

  @Post(':id/sources')
  @MinimumRole('operator')
  @HttpCode(200)
  addSource(
    @UuidParam('id', 'show') id: string,
    @Body() body: SourceDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.sources.add(principal, id, body);
  }

  @Delete(':id/sources/:sourceId')
  @MinimumRole('operator')
  removeSource(
    @UuidParam('id', 'show') id: string,
    @UuidParam('sourceId', 'source') sourceId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.sources.remove(principal, id, sourceId);
  }

  @Delete(':id')
  @MinimumRole('operator')
  @HttpCode(204)
  remove(@UuidParam('id', 'show') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    return this.shows.remove(principal, id);
  }

  @Get(':id/events')
  @LargeRead()
  events(
    @UuidParam('id', 'show') id: string,
    @Query() query: LedgerQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShowEventList> {
    return this.shows.events(principal.workspaceId, id, query);
  }
}
