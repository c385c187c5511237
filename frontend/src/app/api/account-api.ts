import { Injectable, inject } from '@angular/core';
import type { ChangePasswordRequest, Me, SessionList, UpdateAccountRequest } from '@sellary/contracts';
import { ApiClient } from './api-client';

/** The signed-in user's account and sessions. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly client = inject(ApiClient);

  update(body: UpdateAccountRequest): Promise<Me> {
    return this.client.patch('/api/auth/me', body);
  }

  changePassword(body: ChangePasswordRequest): Promise<void> {
    return this.client.post('/api/auth/password', body);
  }

  sessions(): Promise<SessionList> {
    return this.client.get('/api/auth/sessions');
  }

  endSession(id: string): Promise<void> {
    return this.client.delete(`/api/auth/sessions/${id}`);
  }

  endOtherSessions(): Promise<void> {
    return this.client.delete('/api/auth/sessions');
  }
}
