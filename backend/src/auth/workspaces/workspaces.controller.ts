import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UpdateWorkspaceRequest, Workspace, WorkspaceSettings } from '@sellary/contracts';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsObject, Max, Min, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { Optional, PlainText, UuidParam } from '../../kernel';
import { CurrentPrincipal, MinimumRole, type Principal } from '../access/principal';
import { Workspaces } from './workspaces';

const MAX_WORDS = 20;
const WORD = /^(?=.*[^\s\p{Cc}\p{Cf}])[^\p{Cc}]{1,40}$/u;

function areWords(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_WORDS) return false;
  const words: unknown[] = value;
  return (
    words.every((word) => typeof word === 'string' && WORD.test(word)) &&
    new Set(words.map((word) => String(word).toLowerCase())).size === words.length
  );
}

/** One or several words in any script, all different: 1–20 of them, at most 40 characters each, none blank. */
export const Words = (): PropertyDecorator =>
  ValidateBy({
    name: 'words',
    validator: {
      validate: areWords,
      defaultMessage: (about) =>
        `${about?.property ?? 'words'} must be 1–${MAX_WORDS} different words of 1–40 characters, and none may be blank`,
    },
  });

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
