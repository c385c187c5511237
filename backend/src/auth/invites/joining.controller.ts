import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AcceptInviteRequest, InviteView, Session } from '@sellary/contracts';
import type { Request, Response } from 'express';
import { ApiError, Optional, PlainText, Public, TrimmedText } from '../../kernel';
import { Access } from '../access/access';
import type { Principal } from '../access/principal';
import { RefreshCookie } from '../sessions/refresh-cookie';
import { CurrentVisitor, type Visitor } from '../sessions/visitor';
import { InviteAcceptance } from './joining';

class AcceptInviteDto implements AcceptInviteRequest {
  @Optional()
  @TrimmedText(1, 100)
  name?: string;

  /** The account's password, or a new password of at least 10 characters. */
  @Optional()
  @PlainText(1, 200)
  password?: string;
}

/** Routes for users with an invitation link, signed in or not. */
@ApiTags('Invites')
@Controller('api/invites/:token')
@Public()
export class JoiningController {
  constructor(
    private readonly joining: InviteAcceptance,
    private readonly access: Access,
    private readonly cookie: RefreshCookie,
  ) {}

  @Get()
  view(@Param('token') token: string, @CurrentVisitor() visitor: Visitor): Promise<InviteView> {
    return this.joining.view(token, visitor.address);
  }

  @Post('accept')
  @HttpCode(200)
  async accept(
    @Param('token') token: string,
    @Body() body: AcceptInviteDto,
    @CurrentVisitor() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const caller = await this.caller(request);
    const session = await this.joining.accept(token, body, caller, visitor);
    if (caller !== null) this.access.announceChange(caller.userId);
    this.cookie.set(response, session.refreshToken);
    return session;
  }

  /**
   * The signed-in caller, or null if the request has no token.
   * @throws ApiError UNAUTHENTICATED if the token is no longer valid
   */
  private async caller(request: Request): Promise<Principal | null> {
    const { authorization } = request.headers;
    if (authorization === undefined) return null;
    const verified = await this.access.verify(authorization.replace(/^Bearer /i, ''));
    if (verified === null) {
      throw new ApiError('UNAUTHENTICATED', 'The access token is expired or revoked. Sign in again.');
    }
    return verified.principal;
  }
}
