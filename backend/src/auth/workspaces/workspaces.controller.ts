import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UpdateWorkspaceRequest, Workspace, WorkspaceSettings } from '@sellary/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Optional, PlainText, UuidParam } from '../../kernel';
import { CurrentPrincipal, MinimumRole, type Principal } from '../access/principal';
import { Workspaces } from './workspaces';

/** One or several words in any script: at least one letter, digit or symbol, at most 40 characters each. */
export const Words = (): PropertyDecorator => (target, property) => {
  IsArray()(target, property);
  ArrayMinSize(1)(target, property);
  ArrayMaxSize(20)(target, property);
  ArrayUnique((word: unknown) => (typeof word === 'string' ? word.toLowerCase() : word))(target, property);
  Matches(/^(?=.*[^\s\p{Cc}\p{Cf}])[^\p{Cc}]{1,40}$/u, { each: true, message: '$property must each be 1–40 characters and not blank' })(
    target,
    property,
  );
};

export class WorkspaceSettingsDto implements Partial<WorkspaceSettings> {
  @Optional()
  @Words()
  claimWords?: string[];

  @Optional()
  @Words()
  passWords?: string[];

  @Optional()
  @IsInt()
  @Min(2)
  @Max(10)
  pollIntervalSeconds?: number;

  @Optional()
  @IsInt()
  @Min(0)
  @Max(10)
  fairnessWindowSeconds?: number;

  @Optional()
  @IsInt()
  @Min(1)
  @Max(10)
  maxClaimsPerComment?: number;

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
