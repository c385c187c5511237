import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Block,
  type BlockBuyerRequest,
  type BlockedBuyer,
  type BlockedBuyerList,
  BLOCKS,
  MAX_BLOCK_REASON_LENGTH,
} from '@sellary/contracts';
import { IsIn } from 'class-validator';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { PageQuery, PlainText, UuidParam } from '../../kernel';
import { Blocks } from './blocks';

class BlockBuyerDto implements BlockBuyerRequest {
  @IsIn(BLOCKS)
  block!: Block;

  @PlainText(1, MAX_BLOCK_REASON_LENGTH)
  reason!: string;
}

@ApiTags('Buyers')
@Controller('api')
export class BlocksController {
  constructor(private readonly blocks: Blocks) {}

  @Get('workspaces/:id/blocked-buyers')
  @MinimumRole('operator')
  list(
    @UuidParam('id', 'workspace') id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<BlockedBuyerList> {
    return this.blocks.list(principal, id, query);
  }

  @Put('buyers/:buyerId/block')
  @MinimumRole('operator')
  block(
    @UuidParam('buyerId', 'buyer') buyerId: string,
    @Body() body: BlockBuyerDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<BlockedBuyer> {
    return this.blocks.block(principal, buyerId, body);
  }

  @Delete('buyers/:buyerId/block')
  @MinimumRole('operator')
  @HttpCode(204)
  unblock(
    @UuidParam('buyerId', 'buyer') buyerId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return this.blocks.unblock(principal, buyerId);
  }
}
