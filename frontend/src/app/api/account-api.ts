import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ChangePasswordRequest, Me, SessionList, UpdateAccountRequest } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

/** The signed-in user's account and sessions. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);

  update(body: UpdateAccountRequest): Promise<Me> {
    return firstValueFrom(this.http.patch<Me>('/api/auth/me', body));
  }

  async changePassword(body: ChangePasswordRequest): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/password', body));
  }

  sessions(): Promise<SessionList> {
    return firstValueFrom(this.http.get<SessionList>('/api/auth/sessions'));
  }

  async endSession(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/auth/sessions/${id}`));
  }

  async endOtherSessions(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/auth/sessions'));
  }
}
