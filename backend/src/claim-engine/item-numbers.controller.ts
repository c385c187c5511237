import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CheckItemNumbersResult, Show } from '@sellary/contracts';
import { CurrentPrincipal, MinimumRole, type Principal } from '../auth';
import { MAX_BODY_BYTES, RequestBody, UuidParam } from '../kernel';
import { ShowAccess } from '../shows';
import { NumberDismissals } from './acts/number-dismissals';
import { CheckItemNumbersDto, DismissNumbersDto } from './claim-engine.dto';
import { ItemNumberCheck } from './reads/item-number-check';

/** Item numbers that the show does not have. */
@ApiTags('Items')
@Controller('api/shows/:id')
export class ItemNumbersController {
  constructor(
    private readonly numberCheck: ItemNumberCheck,
    private readonly dismissals: NumberDismissals,
    private readonly showAccess: ShowAccess,
  ) {}

  /** Reports the numbers that no comment can claim, so that a console can mark them before items are added. */
  @Post('items/check')
  @RequestBody({ maxBytes: MAX_BODY_BYTES })
  @MinimumRole('operator')
  @HttpCode(200)
  async check(
    @UuidParam('id', 'show') id: string,
    @Body() { itemNumbers }: CheckItemNumbersDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CheckItemNumbersResult> {
    await this.showAccess.assertVisible(principal.workspaceId, id);
    return { unclaimable: await this.numberCheck.unclaimable(id, itemNumbers) };
  }

  /** Hides numbers from the "Needs you" list of every operator, or restores them. */
  @Put('dismissed-numbers')
  @RequestBody({ maxBytes: MAX_BODY_BYTES })
  @MinimumRole('operator')
  dismiss(
    @UuidParam('id', 'show') id: string,
    @Body() body: DismissNumbersDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.dismissals.change(principal, id, body);
  }
}
