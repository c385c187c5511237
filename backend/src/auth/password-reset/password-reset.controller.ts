import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  MIN_PASSWORD_LENGTH,
  type PasswordResetRequest,
  type ResetPasswordRequest,
  type Session,
} from '@sellary/contracts';
import type { Response } from 'express';
import { PlainText, Public } from '../../kernel';
import { Access } from '../access/access';
import { PasswordChanges } from '../accounts/password-changes';
import { RefreshCookie } from '../sessions/refresh-cookie';
import { CurrentVisitor, type Visitor } from '../sessions/visitor';
import { ResetRequests } from './reset-requests';

class PasswordResetDto implements PasswordResetRequest {
  @PlainText(1, 254)
  email!: string;
}

class ResetPasswordDto implements ResetPasswordRequest {
  @PlainText(MIN_PASSWORD_LENGTH, 200)
  password!: string;
}

/** Routes for users who have forgotten their password. */
@ApiTags('Auth')
@Controller('api/auth/password-reset')
@Public()
export class PasswordResetController {
  constructor(
    private readonly requests: ResetRequests,
    private readonly passwords: PasswordChanges,
    private readonly access: Access,
    private readonly cookie: RefreshCookie,
  ) {}

  /** Returns the same response for every email. */
  @Post()
  @HttpCode(202)
  request(@Body() body: PasswordResetDto, @CurrentVisitor() visitor: Visitor): void {
    this.requests.request(body.email, visitor.address);
  }

  /** Sets the new password, ends every session of the user, and starts a new one. */
  @Post(':token')
  @HttpCode(200)
  async reset(
    @Param('token') token: string,
    @Body() body: ResetPasswordDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const { userId, session } = await this.passwords.reset(token, body.password, visitor);
    this.access.announceChange(userId);
    if (session === null) throw PasswordChanges.withoutWorkspace();
    this.cookie.set(response, session.refreshToken);
    return session;
  }
}
