import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Show } from '@sellary/contracts';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { MAX_BODY_BYTES, RequestBody, UuidParam } from '../../kernel';
import { CopyShowDto, UseTemplateDto } from './new-shows.dto';
import { NewShows } from './new-shows';

@ApiTags('Shows')
@Controller('api')
export class NewShowsController {
  constructor(private readonly newShows: NewShows) {}

  @Post('shows/:id/copy')
  @RequestBody({ maxBytes: MAX_BODY_BYTES })
  @MinimumRole('operator')
  copy(
    @UuidParam('id', 'show') id: string,
    @Body() body: CopyShowDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.newShows.copy(principal, id, body);
  }

  @Post('templates/:id/shows')
  @MinimumRole('operator')
  fromTemplate(
    @UuidParam('id', 'template') id: string,
    @Body() body: UseTemplateDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Show> {
    return this.newShows.fromTemplate(principal, id, body);
  }
}
