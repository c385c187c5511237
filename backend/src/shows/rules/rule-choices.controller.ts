import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RuleChoices } from '@sellary/contracts';
import { RuleCatalog } from './rule-catalog';

@ApiTags('Shows')
@Controller('api/rule-choices')
export class RuleChoicesController {
  constructor(private readonly catalog: RuleCatalog) {}

  /** Allocation policies and grammars that a show can use. */
  @Get()
  list(): RuleChoices {
    return this.catalog.choices();
  }
}
