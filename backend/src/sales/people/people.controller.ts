import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  MergePreview,
  MergeResult,
  Person,
  PersonList,
  PersonShowList,
  TagList,
  UnmergeResult,
} from '@sellary/contracts';
import { CurrentPrincipal, LargeRead, MinimumRole, type Principal } from '../../auth';
import { idOr404, PageQuery, UuidParam } from '../../kernel';
import { Merges } from './merges';
import { People } from './people';
import { MergePeopleDto, PeopleQuery, UpdatePersonDto } from './people.dto';
import { PersonReads } from './person-reads';

@ApiTags('Buyers')
@MinimumRole('operator')
@Controller('api/people')
export class PeopleController {
  constructor(
    private readonly reads: PersonReads,
    private readonly people: People,
    private readonly merges: Merges,
  ) {}

  @Get()
  @LargeRead()
  list(@Query() query: PeopleQuery, @CurrentPrincipal() principal: Principal): Promise<PersonList> {
    return this.reads.list(principal.workspaceId, query);
  }

  @Get('tags')
  tags(@CurrentPrincipal() principal: Principal): Promise<TagList> {
    return this.reads.tags(principal.workspaceId);
  }

  /** Here and below, the id may be the id of any of the person's accounts. */
  @Get(':id')
  person(@UuidParam('id', 'buyer') id: string, @CurrentPrincipal() principal: Principal): Promise<Person> {
    return this.reads.person(principal.workspaceId, id);
  }

  @Get(':id/shows')
  shows(
    @UuidParam('id', 'buyer') id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<PersonShowList> {
    return this.reads.shows(principal.workspaceId, id, query);
  }

  @Patch(':id')
  update(
    @UuidParam('id', 'buyer') id: string,
    @Body() body: UpdatePersonDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Person> {
    return this.people.update(principal, id, body);
  }

  @Get(':id/merge-preview')
  preview(
    @UuidParam('id', 'buyer') id: string,
    @Query() query: MergePeopleDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<MergePreview> {
    return this.merges.preview(principal.workspaceId, id, idOr404(query.with, 'buyer'));
  }

  @Post(':id/merges')
  merge(
    @UuidParam('id', 'buyer') id: string,
    @Body() body: MergePeopleDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<MergeResult> {
    return this.merges.merge(principal, id, idOr404(body.with, 'buyer'));
  }

  @Delete(':id/merges/:mergeId')
  unmerge(
    @UuidParam('id', 'buyer') id: string,
    @UuidParam('mergeId', 'merge') mergeId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<UnmergeResult> {
    return this.merges.unmerge(principal, id, mergeId);
  }
}
