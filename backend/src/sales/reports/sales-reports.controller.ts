import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { SalesList, SalesReport } from '@sellary/contracts';
import type { Response } from 'express';
import { CurrentPrincipal, LargeRead, MinimumRole, type Principal } from '../../auth';
import { SalesExports } from './sales-export';
import { SalesExportQuery, SalesQuery, SalesTableQuery } from './sales-reports.dto';
import { SalesReports } from './sales-reports';

@ApiTags('Sales reports')
@MinimumRole('operator')
@Controller('api/reports/sales')
export class SalesReportsController {
  constructor(
    private readonly reports: SalesReports,
    private readonly exports: SalesExports,
  ) {}

  @Get()
  @LargeRead()
  report(@Query() query: SalesQuery, @CurrentPrincipal() principal: Principal): Promise<SalesReport> {
    return this.reports.report(principal.workspaceId, query);
  }

  @Get('items')
  @LargeRead()
  items(
    @Query() query: SalesTableQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<SalesList<'items'>> {
    return this.reports.table(principal.workspaceId, 'items', query);
  }

  @Get('buyers')
  @LargeRead()
  buyers(
    @Query() query: SalesTableQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<SalesList<'buyers'>> {
    return this.reports.table(principal.workspaceId, 'buyers', query);
  }

  @Get('shows')
  @LargeRead()
  shows(
    @Query() query: SalesTableQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<SalesList<'shows'>> {
    return this.reports.table(principal.workspaceId, 'shows', query);
  }

  @Get('unsold')
  @LargeRead()
  unsold(
    @Query() query: SalesTableQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<SalesList<'unsold'>> {
    return this.reports.table(principal.workspaceId, 'unsold', query);
  }

  @Get('export')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  export(
    @Query() { format = 'csv', separator = ',', ...request }: SalesExportQuery,
    @CurrentPrincipal() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    const style = { format, separator, timeZone: request.timeZone ?? null };
    return this.exports.write(principal, request, style, response);
  }
}
