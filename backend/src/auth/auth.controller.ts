import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Me, Session, SignInOptions } from '@sellary/contracts';
import type { Request, Response } from 'express';
import { ApiError, EmptyBody, idOr404, Public } from '../kernel';
import { CurrentPrincipal, type Principal } from './access/principal';
import { Accounts } from './accounts/accounts';
import { LoginDto, RefreshDto, RegisterDto, SwitchWorkspaceDto, UpdateAccountDto } from './auth.dto';
import { Mailer } from './mail/mailer';
import { RefreshCookie } from './sessions/refresh-cookie';
import { CurrentVisitor, type Visitor } from './sessions/visitor';
import { Sessions } from './sessions/sessions';

@ApiTags('Auth')
@Controller('api/auth')
export class AuthController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly cookie: RefreshCookie,
    private readonly mailer: Mailer,
  ) {}

  /** Options that the sign-in page needs before a user signs in. */
  @Public()
  @Get('options')
  async options(): Promise<SignInOptions> {
    return {
      passwordReset: this.mailer.isConfigured ? 'mail' : 'command',
      ...((await this.accounts.mayCreateFirstAccount()) && { firstAccount: true }),
    };
  }

  @Public()
  @Post('register')
  async register(
    @Body() body: RegisterDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.withCookie(response, await this.accounts.register(body, visitor));
  }

  @Public()
  @Post('login')
  @HttpCode(200)
  async login(
    @Body() body: LoginDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.withCookie(response, await this.accounts.login(body.email, body.password, visitor));
  }

  /**
   * A token in the body works once. A token in the cookie keeps working for 10 seconds after use, for a
   * second tab.
   */
  @Public()
  @Post('refresh')
  @HttpCode(200)
  async refresh(
    @Body() body: RefreshDto,
    @CurrentVisitor() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const token = body.refreshToken ?? this.cookie.read(request);
    if (token === null) throw new ApiError('INVALID_REFRESH_TOKEN', 'The refresh token is missing. Sign in.');
    return this.withCookie(
      response,
      await this.sessions.refresh(token, body.refreshToken === undefined, visitor),
    );
  }

  @Post('logout')
  @HttpCode(204)
  async logout(
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.logout(principal);
    this.cookie.clear(response);
  }

  @Get('me')
  me(@CurrentPrincipal() principal: Principal): Promise<Me> {
    return this.accounts.me(principal);
  }

  /** Open to every member, for their own account only. */
  @Patch('me')
  update(@Body() body: UpdateAccountDto, @CurrentPrincipal() principal: Principal): Promise<Me> {
    return this.accounts.update(principal, body);
  }

  @Post('switch')
  @HttpCode(200)
  async switch(
    @Body() body: SwitchWorkspaceDto,
    @CurrentPrincipal() principal: Principal,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const session = await this.sessions.switchWorkspace(
      principal,
      idOr404(body.workspaceId, 'workspace'),
      visitor,
    );
    return this.withCookie(response, session);
  }

  private withCookie(response: Response, session: Session): Session {
    this.cookie.set(response, session.refreshToken);
    return session;
  }
}
