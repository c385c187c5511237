import { Module } from '@nestjs/common';
import { ClaimEngineModule } from '../claim-engine';
import { ReportsController } from './reports.controller';
import { ShowExport } from './export/show-export';
import { ShowReports } from './show-reports';
import { ShowSummaries } from './show-summary';

@Module({ imports: [ClaimEngineModule], controllers: [ReportsController], providers: [ShowReports, ShowSummaries, ShowExport] })
export class ReportsModule {}
