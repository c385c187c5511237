import { Body, Controller, Delete, Get, HttpCode, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Member, type MemberList, type Role, ROLES, type UpdateMemberRequest } from '@sellary/contracts';
import { IsIn } from 'class-validator';
import { PageQuery, UuidParam } from '../../kernel';
import { CurrentPrincipal, MinimumRole, type Principal } from '../access/principal';
import { Members } from './members';

class UpdateMemberDto implements UpdateMemberRequest {
  @IsIn(ROLES, { message: `role must be one of ${ROLES.join(', ')}` })
  role!: Role;
}

@ApiTags('Workspaces')
@Controller('api/workspaces/:id/members')
export class MembersController {
  constructor(private readonly members: Members) {}

  @Get()
  list(
    @UuidParam('id', 'workspace') id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<MemberList> {
    return this.members.list(principal, id, query);
  }

  @Patch(':userId')
  @MinimumRole('admin')
  changeRole(
    @UuidParam('id', 'workspace') id: string,
    @UuidParam('userId', 'member') userId: string,
    @Body() body: UpdateMemberDto,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Member> {
    return this.members.changeRole(principal, id, userId, body.role);
  }

  /** Open to every member, because any member may leave. Only admins may remove others. */
  @Delete(':userId')
  @HttpCode(204)
  remove(
    @UuidParam('id', 'workspace') id: string,
    @UuidParam('userId', 'member') userId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return this.members.remove(principal, id, userId);
  }
}
