import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CreatedInvite, InviteList, InviteMemberRequest } from '@sellary/contracts';
import { type Role, ROLES } from '@sellary/contracts';
import { IsIn } from 'class-validator';
import type { Request } from 'express';
import { PageQuery, UuidParam } from '../../kernel';
import { CurrentPrincipal, MinimumRole, type Principal } from '../access/principal';
import { EmailAddress } from '../accounts/email-address';
import { Invites } from './invites';

class InviteMemberDto implements InviteMemberRequest {
  @EmailAddress()
  email!: string;

  @IsIn(ROLES, { message: `role must be one of ${ROLES.join(', ')}` })
  role!: Role;
}

@ApiTags('Workspaces')
@Controller('api/workspaces/:id')
@MinimumRole('admin')
export class InvitesController {
  constructor(private readonly invites: Invites) {}

  /** Returns the invitation link. It is shown only once, because only its hash is stored. */
  @Post('members')
  invite(
    @UuidParam('id', 'workspace') id: string,
    @Body() body: InviteMemberDto,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<CreatedInvite> {
    return this.invites.create(principal, id, body, `${request.protocol}://${request.headers.host ?? ''}`);
  }

  @Get('invites')
  list(
    @UuidParam('id', 'workspace') id: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<InviteList> {
    return this.invites.list(principal, id, query);
  }

  @Delete('invites/:inviteId')
  @HttpCode(204)
  revoke(
    @UuidParam('id', 'workspace') id: string,
    @UuidParam('inviteId', 'invitation') inviteId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return this.invites.revoke(principal, id, inviteId);
  }
}
