import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ShowTemplate, ShowTemplateList } from '@sellary/contracts';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { PageQuery, UuidParam } from '../../kernel';
import { CreateTemplateDto, UpdateTemplateDto } from './templates.dto';
import { Templates } from './templates';

@ApiTags('Shows')
@Controller('api')
export class TemplatesController {
  constructor(private readonly templates: Templates) {}

  @Get('templates')
  list(@Query() query: PageQuery, @CurrentPrincipal() principal: Principal): Promise<ShowTemplateList> {
    return this.templates.list(principal.workspaceId, query);
  }

  @Post('shows/:id/template')
  @MinimumRole('operator')
  create(
    @UuidParam('id', 'show') id: string,
    @Body() body: CreateTemplateDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShowTemplate> {
    return this.templates.create(principal, id, body);
  }

  @Patch('templates/:id')
  @MinimumRole('operator')
  update(
    @UuidParam('id', 'template') id: string,
    @Body() body: UpdateTemplateDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShowTemplate> {
    return this.templates.update(principal, id, body);
  }

  @Delete('templates/:id')
  @MinimumRole('operator')
  @HttpCode(204)
  remove(@UuidParam('id', 'template') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    return this.templates.remove(principal, id);
  }
}
