import { Module } from '@nestjs/common';
import { ClaimEngineModule } from '../claim-engine';
import { ShowsModule } from '../shows';
import { EvidenceController } from './evidence/evidence.controller';
import { EvidenceFiles } from './evidence/evidence-files';
import { ShowReplays } from './evidence/show-replays';
import { Explanations } from './explanation/explanations';
import { ReportsController } from './reports.controller';
import { ShowExport } from './export/show-export';
import { ShowReports } from './show-reports';
import { ShowSummaries } from './show-summary';

@Module({
  imports: [ClaimEngineModule, ShowsModule],
  controllers: [ReportsController, EvidenceController],
  providers: [ShowReports, ShowSummaries, ShowExport, Explanations, ShowReplays, EvidenceFiles],
})
export class ReportsModule {}
