import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { BuyerList, ShowSnapshot, ShowSummary, ShowWithItems } from '@sellary/contracts';
import type { Response } from 'express';
import { CurrentPrincipal, LargeRead, type Principal } from '../auth';
import { UuidParam } from '../kernel';
import { ShowExport } from './export/show-export';
import { BuyersQuery, ExportQuery } from './reports.dto';
import { ShowReports } from './show-reports';
import { ShowSummaries } from './show-summary';

@ApiTags('Shows')
@Controller('api/shows/:id')
export class ReportsController {
  constructor(
    private readonly reports: ShowReports,
    private readonly summaries: ShowSummaries,
    private readonly exports: ShowExport,
  ) {}

  @Get()
  @LargeRead()
  show(
    @UuidParam('id', 'show') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShowWithItems> {
    return this.reports.show(principal.workspaceId, id);
  }

  @Get('snapshot')
  @LargeRead()
  snapshot(
    @UuidParam('id', 'show') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShowSnapshot> {
    return this.reports.snapshot(principal.workspaceId, id);
  }

  @Get('buyers')
  @LargeRead()
  buyers(
    @UuidParam('id', 'show') id: string,
    @Query() query: BuyersQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<BuyerList> {
    return this.reports.buyers(principal.workspaceId, id, query);
  }

  @Get('summary')
  @LargeRead()
  summary(
    @UuidParam('id', 'show') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShowSummary> {
    return this.summaries.summarize(principal.workspaceId, id);
  }

  @Get('export')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  export(
    @UuidParam('id', 'show') id: string,
    @Query() { type, format = 'csv', separator = ',', timeZone }: ExportQuery,
    @CurrentPrincipal() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    return this.exports.write(
      principal,
      id,
      { type, format, separator, timeZone: timeZone ?? null },
      response,
    );
  }
}
