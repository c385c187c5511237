import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Connection,
  type ConnectionList,
  type BroadcastList,
  type StartConnectingRequest,
  type StartConnectingResult,
} from '@sellary/contracts';
import type { Request, Response } from 'express';
import { CurrentPrincipal, MinimumRole, type Principal } from '../../auth';
import { EmptyBody, Optional, PageQuery, PlainText, Public, UuidParam } from '../../kernel';
import { BrowserCookie } from './browser-cookie';
import { PlatformSignIn } from './platform-sign-in';
import { Connections } from './connections';

class StartConnectingDto implements StartConnectingRequest {
  @Optional()
  @PlainText(1, 50)
  login?: string;
}

@ApiTags('Connections')
@Controller('api/connections')
export class ConnectionsController {
  constructor(
    private readonly connections: Connections,
    private readonly signIn: PlatformSignIn,
    private readonly cookie: BrowserCookie,
  ) {}

  @Get()
  async list(@Query() query: PageQuery, @CurrentPrincipal() principal: Principal): Promise<ConnectionList> {
    return {
      ...(await this.connections.list(principal, query)),
      unfinished: await this.signIn.listUnfinished(principal),
    };
  }

  @Post('oauth/:platform/start')
  @MinimumRole('admin')
  @HttpCode(200)
  async start(
    @Param('platform') platform: string,
    @Body() body: StartConnectingDto,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StartConnectingResult> {
    const browserSecret = this.cookie.ensure(request, response);
    return { authorizeUrl: await this.signIn.start(principal, platform, body.login, browserSecret, request) };
  }

  /** The platform redirects the browser here, without an access token, but with the cookie that `start` set. */
  @Public()
  @Get('oauth/:platform/callback')
  async callback(
    @Param('platform') platform: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const consoleUrl = await this.signIn.finish(platform, request.query, this.cookie.read(request));
    // The address of this request contains the code, so it must not be cached or sent as a referrer.
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.redirect(302, consoleUrl);
  }

  @Delete(':id')
  @MinimumRole('admin')
  @HttpCode(204)
  disconnect(
    @UuidParam('id', 'connection') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return this.connections.disconnect(principal, id);
  }

  /** Checks the webhooks with the platform now. */
  @Get(':id/webhooks')
  @MinimumRole('operator')
  checkWebhooks(
    @UuidParam('id', 'connection') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Connection> {
    return this.connections.checkWebhooks(principal.workspaceId, id);
  }

  @Post(':id/webhooks')
  @MinimumRole('admin')
  @HttpCode(200)
  subscribe(
    @UuidParam('id', 'connection') id: string,
    @EmptyBody() _: void,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Connection> {
    return this.connections.subscribe(principal, id);
  }

  @Get(':id/lives')
  @MinimumRole('operator')
  listBroadcasts(
    @UuidParam('id', 'connection') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<BroadcastList> {
    return this.connections.listBroadcasts(principal.workspaceId, id);
  }
}
