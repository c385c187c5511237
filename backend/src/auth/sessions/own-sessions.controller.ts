import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SessionList } from '@sellary/contracts';
import { UuidParam } from '../../kernel';
import { Access } from '../access/access';
import { CurrentPrincipal, type Principal } from '../access/principal';
import { PasswordChanges } from '../accounts/password-changes';
import { ChangePasswordDto } from '../auth.dto';
import { OwnSessions } from './own-sessions';
import { CurrentVisitor, type Visitor } from './visitor';

/** Routes for users to secure their own accounts. */
@ApiTags('Auth')
@Controller('api/auth')
export class OwnSessionsController {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly passwords: PasswordChanges,
    private readonly access: Access,
  ) {}

  @Get('sessions')
  list(@CurrentPrincipal() principal: Principal): Promise<SessionList> {
    return this.sessions.list(principal);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  async end(@UuidParam('id', 'session') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    await this.sessions.end(principal, id);
    this.access.announceChange(principal.userId);
  }

  /** Ends all sessions except the caller's own. */
  @Delete('sessions')
  @HttpCode(204)
  async endOthers(@CurrentPrincipal() principal: Principal): Promise<void> {
    await this.sessions.endOthers(principal);
    this.access.announceChange(principal.userId);
  }

  @Post('password')
  @HttpCode(204)
  async changePassword(
    @Body() body: ChangePasswordDto,
    @CurrentPrincipal() principal: Principal,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<void> {
    await this.passwords.change(principal, body, visitor);
    this.access.announceChange(principal.userId);
  }
}
