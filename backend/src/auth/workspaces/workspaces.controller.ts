import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UpdateWorkspaceRequest, Workspace, WorkspaceSettings } from '@sellary/contracts';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsObject, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { Optional, PlainText, UuidParam } from '../../kernel';
import { CurrentPrincipal, MinimumRole, type Principal } from '../access/principal';
import { SaleSettingsDto } from './sale-settings.dto';
import { Workspaces } from './workspaces';

export class WorkspaceSettingsDto extends SaleSettingsDto implements Partial<WorkspaceSettings> {
  @Optional()
  @IsInt()
  @Min(2)
  @Max(10)
  pollIntervalSeconds?: number;

  /** null = back to the process-wide RETENTION_DAYS. */
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsInt()
  @Min(90)
  @Max(36_500)
  retentionDays?: number | null;
}

export class UpdateWorkspaceDto implements UpdateWorkspaceRequest {
  @Optional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @PlainText(1, 100)
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
  get(@UuidParam('id', 'workspace') id: string, @CurrentPrincipal() principal: Principal): Promise<Workspace> {
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
}
