import { Module } from '@nestjs/common';
import { ClaimEngineModule } from '../claim-engine';
import { ReportsController } from './reports.controller';
import { ShowReports } from './show-reports';

@Module({ imports: [ClaimEngineModule], controllers: [ReportsController], providers: [ShowReports] })
export class ReportsModule {}
