import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  type PipeTransform,
  Post,
  Req,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type CreateViewerPageRequest,
  type UpdateViewerPageRequest,
  VIEWER_PAGE_KINDS,
  type ViewerPage,
  type ViewerPageKind,
  type ViewerPageLink,
  type ViewerPageList,
  WINNER_NAMES,
  type WinnerNames,
} from '@sellary/contracts';
import { IsIn } from 'class-validator';
import type { Request } from 'express';
import { CurrentPrincipal, MinimumRole, type Principal } from '../auth';
import { ApiError, Optional, UuidParam } from '../kernel';
import { ViewerPages } from './viewer-pages';

const NAMES_MESSAGE = { message: `names must be one of ${WINNER_NAMES.join(', ')}` };

class CreateViewerPageDto implements CreateViewerPageRequest {
  @Optional()
  @IsIn(WINNER_NAMES, NAMES_MESSAGE)
  names?: WinnerNames;
}

class UpdateViewerPageDto implements UpdateViewerPageRequest {
  @IsIn(WINNER_NAMES, NAMES_MESSAGE)
  names!: WinnerNames;
}

/** Page kind in a path. A value that is not a page kind is treated as a page that does not exist. */
const KIND_PIPE: PipeTransform<string, ViewerPageKind> = {
  transform: (value) => {
    const kind = VIEWER_PAGE_KINDS.find((candidate) => candidate === value);
    if (kind === undefined) throw ApiError.notFound('page');
    return kind;
  },
};

/** Links to the pages that viewers of a show may see. */
@ApiTags('Viewer pages')
@Controller('api/shows/:id/viewer-pages')
@MinimumRole('operator')
export class ViewerPagesController {
  constructor(private readonly pages: ViewerPages) {}

  @Get()
  list(
    @UuidParam('id', 'show') id: string,
    @CurrentPrincipal() { workspaceId }: Principal,
  ): Promise<ViewerPageList> {
    return this.pages.list(workspaceId, id);
  }

  /** Returns the link. It is shown only once, because only its hash is stored. */
  @Post(':kind')
  create(
    @UuidParam('id', 'show') id: string,
    @Param('kind', KIND_PIPE) kind: ViewerPageKind,
    @Body() { names }: CreateViewerPageDto,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<ViewerPageLink> {
    return this.pages.create(
      principal,
      id,
      kind,
      names,
      `${request.protocol}://${request.headers.host ?? ''}`,
    );
  }

  @Patch(':kind')
  update(
    @UuidParam('id', 'show') id: string,
    @Param('kind', KIND_PIPE) kind: ViewerPageKind,
    @Body() { names }: UpdateViewerPageDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ViewerPage> {
    return this.pages.update(principal, id, kind, names);
  }

  @Delete(':kind')
  @HttpCode(204)
  end(
    @UuidParam('id', 'show') id: string,
    @Param('kind', KIND_PIPE) kind: ViewerPageKind,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return this.pages.end(principal, id, kind);
  }
}
