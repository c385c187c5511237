import { Module } from '@nestjs/common';
import { ClaimEngineModule, LinkedRecords } from '../claim-engine';
import { ReportsModule } from '../reports';
import { Merges } from './people/merges';
import { People } from './people/people';
import { PeopleController } from './people/people.controller';
import { PersonReads } from './people/person-reads';
import { PersonRecords } from './people/person-records';
import { SalesExports } from './reports/sales-export';
import { SalesReports } from './reports/sales-reports';
import { SalesReportsController } from './reports/sales-reports.controller';

@Module({
  imports: [ClaimEngineModule, ReportsModule],
  controllers: [PeopleController, SalesReportsController],
  providers: [PersonReads, People, Merges, PersonRecords, SalesReports, SalesExports],
})
export class SalesModule {
  constructor(linked: LinkedRecords, people: PersonRecords) {
    linked.include(people);
  }
}
