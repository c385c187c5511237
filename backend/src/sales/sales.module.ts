import { Module } from '@nestjs/common';
import { ClaimEngineModule, LinkedRecords } from '../claim-engine';
import { ReportsModule } from '../reports';
import { RuleCatalog, ShowsModule } from '../shows';
import { BasketReads } from './baskets/basket-reads';
import { BasketRecords } from './baskets/basket-records';
import { BasketRules } from './baskets/basket-settings';
import { BasketSteps } from './baskets/basket-steps';
import { BasketsController } from './baskets/baskets.controller';
import { HoldJob } from './baskets/hold.job';
import { OpenBaskets } from './baskets/open-baskets';
import { PackingLists } from './baskets/packing-lists';
import { Merges } from './people/merges';
import { People } from './people/people';
import { PeopleController } from './people/people.controller';
import { PersonReads } from './people/person-reads';
import { PersonRecords } from './people/person-records';
import { readTagsOfBuyers } from './people/person-tags';
import { SalesExports } from './reports/sales-export';
import { SalesReports } from './reports/sales-reports';
import { SalesReportsController } from './reports/sales-reports.controller';

@Module({
  imports: [ShowsModule, ClaimEngineModule, ReportsModule],
  controllers: [PeopleController, BasketsController, SalesReportsController],
  providers: [
    PersonReads,
    People,
    Merges,
    PersonRecords,
    BasketRules,
    OpenBaskets,
    BasketReads,
    PackingLists,
    BasketSteps,
    BasketRecords,
    HoldJob,
    SalesReports,
    SalesExports,
  ],
})
export class SalesModule {
  constructor(linked: LinkedRecords, catalog: RuleCatalog, baskets: BasketRecords, people: PersonRecords) {
    // Baskets come first because they need the person's accounts, which `PersonRecords` separates.
    linked.register(baskets);
    linked.register(people);
    catalog.readTagsWith(readTagsOfBuyers);
  }
}
