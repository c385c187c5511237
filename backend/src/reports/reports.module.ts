import { Module } from '@nestjs/common';
import { ClaimEngineModule } from '../claim-engine';
import { ShowsModule } from '../shows';
import { ReportsController } from './reports.controller';
import { ShowExport } from './export/show-export';
import { ShowReports } from './show-reports';
import { ShowSummaries } from './show-summary';

@Module({
  imports: [ClaimEngineModule, ShowsModule],
  controllers: [ReportsController],
  providers: [ShowReports, ShowSummaries, ShowExport],
})
export class ReportsModule {}
