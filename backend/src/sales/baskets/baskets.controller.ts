import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  Basket,
  BasketLabels,
  BasketList,
  BasketOutcomes,
  BasketRef,
  BasketSettingsView,
  BasketText,
  BasketTotals,
  PickList,
} from '@sellary/contracts';
import { CurrentPrincipal, LargeRead, MinimumRole, type Principal } from '../../auth';
import { idOr404, UuidParam } from '../../kernel';
import { BasketReads } from './basket-reads';
import { BasketRules } from './basket-settings';
import { BasketSteps } from './basket-steps';
import {
  BasketExtrasDto,
  BasketSettingsDto,
  BasketsQuery,
  BasketStepDto,
  BasketTextQuery,
  BasketTotalsQuery,
  CancelBasketsDto,
  LabelsQuery,
  PayBasketsDto,
  PickListQuery,
} from './baskets.dto';
import { PackingLists } from './packing-lists';

@ApiTags('Baskets')
@Controller('api/baskets')
export class BasketsController {
  constructor(
    private readonly reads: BasketReads,
    private readonly lists: PackingLists,
    private readonly steps: BasketSteps,
    private readonly rules: BasketRules,
  ) {}

  @Get()
  @LargeRead()
  list(@Query() query: BasketsQuery, @CurrentPrincipal() principal: Principal): Promise<BasketList> {
    const { show, person, ...rest } = query;
    return this.reads.list(principal, {
      ...rest,
      ...(show === undefined ? {} : { show: idOr404(show, 'show') }),
      ...(person === undefined ? {} : { person: idOr404(person, 'buyer') }),
    });
  }

  @Get('totals')
  @LargeRead()
  totals(
    @Query() { show, paidSince }: BasketTotalsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<BasketTotals> {
    return this.reads.totals(principal.workspaceId, showIdOf(show), paidSince);
  }

  @Get('pick-list')
  @LargeRead()
  pickList(
    @Query() { show, state }: PickListQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<PickList> {
    return this.lists.pickList(principal.workspaceId, showIdOf(show), state);
  }

  @Get('labels')
  @LargeRead()
  labels(
    @Query() { id = [], ids = [] }: LabelsQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<BasketLabels> {
    const basketIds = [...id, ...ids].map((basketId) => idOr404(basketId, 'basket'));
    return this.lists.labels(principal.workspaceId, basketIds);
  }

  @Get('settings')
  settings(@CurrentPrincipal() principal: Principal): Promise<BasketSettingsView> {
    return this.rules.view(principal.workspaceId);
  }

  @Patch('settings')
  @MinimumRole('admin')
  updateSettings(
    @Body() body: BasketSettingsDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<BasketSettingsView> {
    return this.rules.update(principal, body);
  }

  @Post('request')
  @HttpCode(200)
  @MinimumRole('operator')
  request(@Body() body: BasketStepDto, @CurrentPrincipal() principal: Principal): Promise<BasketOutcomes> {
    return this.steps.take(principal, 'request', refsOf(body));
  }

  @Post('pay')
  @HttpCode(200)
  @MinimumRole('operator')
  pay(@Body() body: PayBasketsDto, @CurrentPrincipal() principal: Principal): Promise<BasketOutcomes> {
    const { method, reference } = body;
    return this.steps.take(principal, 'pay', refsOf(body), {
      ...unlessBlank('method', method),
      ...unlessBlank('reference', reference),
    });
  }

  @Post('pack')
  @HttpCode(200)
  @MinimumRole('operator')
  pack(@Body() body: BasketStepDto, @CurrentPrincipal() principal: Principal): Promise<BasketOutcomes> {
    return this.steps.take(principal, 'pack', refsOf(body));
  }

  @Post('ship')
  @HttpCode(200)
  @MinimumRole('operator')
  ship(@Body() body: BasketStepDto, @CurrentPrincipal() principal: Principal): Promise<BasketOutcomes> {
    return this.steps.take(principal, 'ship', refsOf(body));
  }

  @Post('cancel')
  @HttpCode(200)
  @MinimumRole('operator')
  cancel(@Body() body: CancelBasketsDto, @CurrentPrincipal() principal: Principal): Promise<BasketOutcomes> {
    return this.steps.take(principal, 'cancel', refsOf(body), unlessBlank('reason', body.reason));
  }

  @Post('undo')
  @HttpCode(200)
  @MinimumRole('operator')
  undo(@Body() body: BasketStepDto, @CurrentPrincipal() principal: Principal): Promise<BasketOutcomes> {
    return this.steps.take(principal, 'undo', refsOf(body));
  }

  @Get(':id')
  basket(@UuidParam('id', 'basket') id: string, @CurrentPrincipal() principal: Principal): Promise<Basket> {
    return this.reads.basket(principal, id);
  }

  @Get(':id/text')
  text(
    @UuidParam('id', 'basket') id: string,
    @Query() query: BasketTextQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<BasketText> {
    return this.reads.text(principal, id, query);
  }

  @Put(':id/extras')
  @MinimumRole('operator')
  setExtras(
    @UuidParam('id', 'basket') id: string,
    @Body() body: BasketExtrasDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Basket> {
    return this.steps.setExtras(principal, id, body);
  }
}

const showIdOf = (show: string | undefined): string | undefined =>
  show === undefined ? undefined : idOr404(show, 'show');

const refsOf = ({ baskets }: BasketStepDto): BasketRef[] =>
  baskets.map(({ id, version }) => ({ id: idOr404(id, 'basket'), version }));

/** The text as a field, or no field if the text is blank. */
const unlessBlank = <Name extends string>(
  name: Name,
  text: string | undefined,
): Partial<Record<Name, string>> =>
  text === undefined || text.trim() === '' ? {} : ({ [name]: text.trim() } as Partial<Record<Name, string>>);
