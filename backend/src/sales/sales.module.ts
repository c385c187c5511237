import { Module } from '@nestjs/common';
import { ClaimEngineModule, LinkedRecords } from '../claim-engine';
import { Merges } from './people/merges';
import { People } from './people/people';
import { PeopleController } from './people/people.controller';
import { PersonReads } from './people/person-reads';
import { PersonRecords } from './people/person-records';

@Module({
  imports: [ClaimEngineModule],
  controllers: [PeopleController],
  providers: [PersonReads, People, Merges, PersonRecords],
})
export class SalesModule {
  constructor(linked: LinkedRecords, people: PersonRecords) {
    linked.include(people);
  }
}
