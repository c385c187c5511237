import { Module } from '@nestjs/common';
import { ClaimEngineModule, LinkedRecords } from '../claim-engine';
import { RuleCatalog, ShowsModule } from '../shows';
import { Merges } from './people/merges';
import { People } from './people/people';
import { PeopleController } from './people/people.controller';
import { PersonReads } from './people/person-reads';
import { PersonRecords } from './people/person-records';
import { readTagsOfBuyers } from './people/person-tags';

@Module({
  imports: [ClaimEngineModule, ShowsModule],
  controllers: [PeopleController],
  providers: [PersonReads, People, Merges, PersonRecords],
})
export class SalesModule {
  constructor(linked: LinkedRecords, people: PersonRecords, catalog: RuleCatalog) {
    linked.include(people);
    catalog.readTagsWith(readTagsOfBuyers);
  }
}
