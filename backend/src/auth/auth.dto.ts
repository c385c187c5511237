import type { LoginRequest, RefreshRequest, RegisterRequest, SwitchWorkspaceRequest } from '@sellary/contracts';
import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';
import { Id, Optional, PlainText } from '../kernel';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class RegisterDto implements RegisterRequest {
  @Transform(trimmed)
  @MaxLength(254)
  @IsEmail({}, { message: 'email must be an e-mail address' })
  email!: string;

  @PlainText(10, 200)
  password!: string;

  @Transform(trimmed)
  @PlainText(1, 100)
  name!: string;

  @Optional()
  @Transform(trimmed)
  @PlainText(1, 100)
  workspaceName?: string;
}

export class LoginDto implements LoginRequest {
  @Transform(trimmed)
  @PlainText(1, 254)
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
