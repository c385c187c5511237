import {
  type ChangePasswordRequest,
  type Language,
  LANGUAGES,
  type LoginRequest,
  MIN_PASSWORD_LENGTH,
  type RefreshRequest,
  type RegisterRequest,
  type SwitchWorkspaceRequest,
  type UpdateAccountRequest,
} from '@sellary/contracts';
import { IsIn } from 'class-validator';
import { Id, Optional, PlainText, TrimmedText } from '../kernel';
import { EmailAddress } from './accounts/email-address';

export class RegisterDto implements RegisterRequest {
  @EmailAddress()
  email!: string;

  @PlainText(MIN_PASSWORD_LENGTH, 200)
  password!: string;

  @TrimmedText(1, 100)
  name!: string;

  @Optional()
  @TrimmedText(1, 100)
  workspaceName?: string;

  @Optional()
  @IsIn(LANGUAGES, { message: `language must be one of ${LANGUAGES.join(', ')}` })
  language?: Language;
}

export class LoginDto implements LoginRequest {
  @TrimmedText(1, 254)
  email!: string;

  @PlainText(1, 200)
  password!: string;
}

export class RefreshDto implements RefreshRequest {
  @Optional()
  @PlainText(1, 2_000)
  refreshToken?: string;
}

export class SwitchWorkspaceDto implements SwitchWorkspaceRequest {
  @Id()
  workspaceId!: string;
}

export class UpdateAccountDto implements UpdateAccountRequest {
  @IsIn(LANGUAGES, { message: `language must be one of ${LANGUAGES.join(', ')}` })
  language!: Language;
}

export class ChangePasswordDto implements ChangePasswordRequest {
  @PlainText(1, 200)
  current!: string;

  @PlainText(MIN_PASSWORD_LENGTH, 200)
  next!: string;
}
