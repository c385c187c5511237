import { HttpClient, HttpContext, HttpContextToken } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { LoginRequest, Me, RegisterRequest, Session, SignInOptions } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

/** Marks calls without an access token. A 401 response to them does not mean that the session expired. */
export const ANONYMOUS = new HttpContextToken(() => false);

@Injectable({ providedIn: 'root' })
export class AuthApi {
  private readonly http = inject(HttpClient);

  register(body: RegisterRequest): Promise<Session> {
    return this.postAnonymously('register', body);
  }

  login(body: LoginRequest): Promise<Session> {
    return this.postAnonymously('login', body);
  }

  /** Refreshes the session with the HttpOnly cookie. The page never sees the refresh token. */
  refresh(): Promise<Session> {
    return this.postAnonymously('refresh', {});
  }

  async logout(): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/logout', {}, { withCredentials: true }));
  }

  /** Ends this session and starts one in another workspace of the same user. */
  switchTo(workspaceId: string): Promise<Session> {
    return firstValueFrom(
      this.http.post<Session>('/api/auth/switch', { workspaceId }, { withCredentials: true }),
    );
  }

  me(): Promise<Me> {
    return firstValueFrom(this.http.get<Me>('/api/auth/me'));
  }

  options(): Promise<SignInOptions> {
    const context = new HttpContext().set(ANONYMOUS, true);
    return firstValueFrom(this.http.get<SignInOptions>('/api/auth/options', { context }));
  }

  /** The response does not reveal whether the email address has an account. */
  async requestPasswordReset(email: string): Promise<void> {
    await this.postAnonymously('password-reset', { email });
  }

  /** `token` is from the link, and works only once. */
  resetPassword(token: string, password: string): Promise<Session> {
    return this.postAnonymously(`password-reset/${encodeURIComponent(token)}`, { password });
  }

  private postAnonymously(call: string, body: object): Promise<Session> {
    const context = new HttpContext().set(ANONYMOUS, true);
    return firstValueFrom(
      this.http.post<Session>(`/api/auth/${call}`, body, { context, withCredentials: true }),
    );
  }
}
