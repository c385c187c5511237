import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AddItemsResult, AwardResult, ClaimList, Item, Show } from '@sellary/contracts';
import { CurrentPrincipal, LargeRead, MinimumRole, type Principal } from '../auth';
import { EmptyBody, idOr404, MAX_BODY_BYTES, PageQuery, RequestBody, UuidParam } from '../kernel';
import { ShowAccess } from '../shows';
import { ClaimActs } from './acts/claim-acts';
import { ItemActs } from './acts/item-acts';
import { AddItemsDto, AwardDto, NowShowingDto, UpdateItemDto } from './claim-engine.dto';
import { Withdrawals } from './acts/withdrawals';
import { ClaimReads } from './reads/claim-reads';

@ApiTags('Items')
@Controller('api/shows/:id')
export class ItemsController {
  constructor(
    private readonly acts: ItemActs,
    private readonly claimActs: ClaimActs,
    private readonly withdrawals: Withdrawals,
    private readonly reads: ClaimReads,
    private readonly showAccess: ShowAccess,
  ) {}

  @Post('items')
  @RequestBody({ maxBytes: MAX_BODY_BYTES })
  @MinimumRole('operator')
  add(
    @UuidParam('id', 'show') id: string,
    @Body() body: AddItemsDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AddItemsResult> {
    return this.acts.add(principal, id, body.items);
  }

  @Patch('items/:itemId')
  @MinimumRole('operator')
  update(
    @UuidParam('id', 'show') id: string,
    @UuidParam('itemId', 'item') itemId: string,
    @Body() body: UpdateItemDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Item> {
    return this.acts.update(principal, id, itemId, body);
  }

  @Delete('items/:itemId')
  @MinimumRole('operator')
  @HttpCode(204)
  remove(
    @UuidParam('id', 'show') id: string,
    @UuidParam('itemId', 'item') itemId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return this.acts.remove(principal, id, itemId);
  }

  @Get('items/:itemId/claims')
  @LargeRead()
  async claims(
    @UuidParam('id', 'show') id: string,
    @UuidParam('itemId', 'item') itemId: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ClaimList> {
    await this.showAccess.assertVisible(principal.workspaceId, id);
    return this.reads.itemClaims(id, itemId, query);
  }

  @Post('items/:itemId/award')
  @MinimumRole('operator')
  award(
    @UuidParam('id', 'show') id: string,
    @UuidParam('itemId', 'item') itemId: string,
    @Body() body: AwardDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AwardResult> {
    return this.claimActs.award(principal, id, itemId, body);
  }

  @Post('items/:itemId/withdraw')
  @MinimumRole('operator')
  @HttpCode(200)
  withdraw(
    @UuidParam('id', 'show') id: string,
    @UuidParam('itemId', 'item') itemId: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Item> {
    return this.withdrawals.setWithdrawn(principal, id, itemId, { withdrawn: true });
  }

  @Post('items/:itemId/restore')
  @MinimumRole('operator')
  @HttpCode(200)
  restore(
    @UuidParam('id', 'show') id: string,
    @UuidParam('itemId', 'item') itemId: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Item> {
    return this.withdrawals.setWithdrawn(principal, id, itemId, { withdrawn: false });
  }

  @Put('now-showing')
  @MinimumRole('operator')
  nowShowing(
    @UuidParam('id', 'show') id: string,
    @Body() body: NowShowingDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.acts.nowShowing(principal, id, body.itemId === null ? null : idOr404(body.itemId, 'item'));
  }
}
