import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BUYER_PLATFORMS, type BuyerPlatform, type EraseViewerRequest, type ErasureResult } from '@sellary/contracts';
import { IsIn } from 'class-validator';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { PlainText, UuidParam } from '../../kernel';
import { Erasure } from './erasure';

export class EraseViewerDto implements EraseViewerRequest {
  @IsIn(BUYER_PLATFORMS, { message: `platform must be one of ${BUYER_PLATFORMS.join(', ')}` })
  platform!: BuyerPlatform;

  /** The platform's own id of the viewer, as in exports. */
  @PlainText(1, 200)
  platformUserId!: string;
}

@ApiTags('Workspaces')
@Controller('api/workspaces/:id/erasures')
export class ErasureController {
  constructor(private readonly erasure: Erasure) {}

  /** Removes a viewer from every show, ledger, and record of the workspace. Answers with zeros if nothing is left to erase. */
  @Post()
  @MinimumRole('admin')
  @HttpCode(200)
  erase(
    @UuidParam('id', 'workspace') id: string,
    @Body() body: EraseViewerDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ErasureResult> {
    return this.erasure.erase(principal, id, body);
  }
}
