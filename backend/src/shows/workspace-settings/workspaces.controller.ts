import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  MAX_POLL_INTERVAL_SECONDS,
  MAX_RETENTION_DAYS,
  MIN_POLL_INTERVAL_SECONDS,
  MIN_RETENTION_DAYS,
  type ShowRules,
  type UpdateWorkspaceRequest,
  type Workspace,
  type WorkspaceSettings,
} from '@sellary/contracts';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { Optional, OptionalOrNull, TrimmedText, UuidParam, WholeNumber } from '../../kernel';
import { ShowRulesDto } from '../rules/show-rules.dto';
import { CurrencyCode } from '../show-currency';
import { Workspaces } from './workspaces';

/** Workspace settings, including the rules for new shows. */
class WorkspaceSettingsDto extends ShowRulesDto implements Partial<WorkspaceSettings> {
  @Optional()
  @WholeNumber(MIN_POLL_INTERVAL_SECONDS, MAX_POLL_INTERVAL_SECONDS)
  pollIntervalSeconds?: number;

  /** Null means that the server's RETENTION_DAYS applies. */
  @OptionalOrNull()
  @WholeNumber(MIN_RETENTION_DAYS, MAX_RETENTION_DAYS)
  retentionDays?: number | null;

  /** Null means that new shows sell without prices. */
  @CurrencyCode()
  currency?: string | null;
}

class UpdateWorkspaceDto implements UpdateWorkspaceRequest {
  @Optional()
  @TrimmedText(1, 100)
  name?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => WorkspaceSettingsDto)
  settings?: WorkspaceSettingsDto;
}

@ApiTags('Workspaces')
@Controller('api/workspaces')
export class WorkspacesController {
  constructor(private readonly workspaces: Workspaces) {}

  @Get(':id')
  get(
    @UuidParam('id', 'workspace') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Workspace> {
    return this.workspaces.get(principal, id);
  }

  @Patch(':id')
  @MinimumRole('admin')
  update(
    @UuidParam('id', 'workspace') id: string,
    @Body() body: UpdateWorkspaceDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Workspace> {
    return this.workspaces.update(principal, id, body);
  }

  @Get(':id/rules')
  async rules(
    @UuidParam('id', 'workspace') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShowRules> {
    return (await this.workspaces.get(principal, id)).rules;
  }

  @Patch(':id/rules')
  @MinimumRole('admin')
  async changeRules(
    @UuidParam('id', 'workspace') id: string,
    @Body() body: ShowRulesDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<ShowRules> {
    return (await this.workspaces.update(principal, id, { settings: body })).rules;
  }
}
