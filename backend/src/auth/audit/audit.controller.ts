import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuditList } from '@sellary/contracts';
import { UuidParam } from '../../kernel';
import { LargeRead } from '../access/large-reads.interceptor';
import { CurrentPrincipal, MinimumRole, type Principal } from '../access/principal';
import { AuditQuery } from './audit.dto';
import { AuditTrail } from './audit-trail';

@ApiTags('Workspaces')
@Controller('api/workspaces/:id/audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @LargeRead()
  @MinimumRole('admin')
  list(
    @UuidParam('id', 'workspace') id: string,
    @Query() query: AuditQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<AuditList> {
    return this.trail.list(principal, id, query);
  }
}
