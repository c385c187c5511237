import { HttpClient, HttpContext } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AcceptInviteRequest, InviteView, Session } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { ANONYMOUS } from './auth-api';

/** The invitation behind a link. */
@Injectable({ providedIn: 'root' })
export class InvitesApi {
  private readonly http = inject(HttpClient);

  view(token: string): Promise<InviteView> {
    return firstValueFrom(
      this.http.get<InviteView>(`/api/invites/${encodeURIComponent(token)}`, { context: anonymous() }),
    );
  }

  /**
   * Joins as the signed-in user if `body` is empty, otherwise as a new user (name and password) or as an
   * existing user (password).
   */
  accept(token: string, body: AcceptInviteRequest): Promise<Session> {
    const context = body.password === undefined ? new HttpContext() : anonymous();
    return firstValueFrom(
      this.http.post<Session>(`/api/invites/${encodeURIComponent(token)}/accept`, body, {
        context,
        withCredentials: true,
      }),
    );
  }
}

const anonymous = (): HttpContext => new HttpContext().set(ANONYMOUS, true);
