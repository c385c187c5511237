import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type EraseViewerRequest, type ErasureResult, MANUAL, type PlatformId } from '@sellary/contracts';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { PlainText, UuidParam } from '../../kernel';
import { KnownPlatforms } from '../../shows';
import { Erasure } from './erasure';

class EraseViewerDto implements EraseViewerRequest {
  @PlainText(1, 50)
  platform!: PlatformId;

  /** The viewer's id on the platform, as in exports. */
  @PlainText(1, 200)
  platformUserId!: string;
}

@ApiTags('Workspaces')
@Controller('api/workspaces/:id/erasures')
export class ErasureController {
  constructor(
    private readonly erasure: Erasure,
    private readonly platforms: KnownPlatforms,
  ) {}

  /**
   * Removes a viewer from every show, ledger, and record of the workspace. Returns zeros if nothing is left
   * to erase.
   */
  @Post()
  @MinimumRole('admin')
  @HttpCode(200)
  async erase(
    @UuidParam('id', 'workspace') id: string,
    @Body() body: EraseViewerDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ErasureResult> {
    if (!(await this.erasure.hasViewersOf(principal.workspaceId, body.platform))) {
      this.platforms.check(body.platform, 'platform', [MANUAL]);
    }
    return this.erasure.erase(principal, id, body);
  }
}
