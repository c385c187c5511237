import { Module } from '@nestjs/common';
import { ClaimEngineModule } from '../claim-engine';
import { ShowsModule } from '../shows';
import { EvidenceFiles } from './evidence/evidence-files';
import { ShowReplays } from './evidence/show-replays';
import { Explanations } from './explanation/explanations';
import { FairnessController } from './fairness.controller';
import { ReportsController } from './reports.controller';
import { FileDownloads } from './export/file-downloads';
import { ShowExport } from './export/show-export';
import { ShowReports } from './show-reports';
import { ShowSummaries } from './show-summary';
import { ViewerDelays } from './viewer-delays/viewer-delays';

@Module({
  imports: [ClaimEngineModule, ShowsModule],
  controllers: [ReportsController, FairnessController],
  providers: [
    ShowReports,
    ShowSummaries,
    FileDownloads,
    ShowExport,
    Explanations,
    ShowReplays,
    EvidenceFiles,
    ViewerDelays,
  ],
  exports: [ShowReports, FileDownloads],
})
export class ReportsModule {}
