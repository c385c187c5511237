import { HttpClient, HttpContext } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AcceptInviteRequest, InviteView, Session } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { ANONYMOUS } from './auth-api';

/** The way in for somebody who holds an invitation's link. */
@Injectable({ providedIn: 'root' })
export class InvitesApi {
  private readonly http = inject(HttpClient);

  look(token: string): Promise<InviteView> {
    return firstValueFrom(this.http.get<InviteView>(`/api/invites/${encodeURIComponent(token)}`, { context: anonymous() }));
  }

  /** As whoever is signed in where `body` is empty; else as whoever name and password make, or the password proves. */
  accept(token: string, body: AcceptInviteRequest): Promise<Session> {
    const context = body.password === undefined ? new HttpContext() : anonymous();
    return firstValueFrom(
      this.http.post<Session>(`/api/invites/${encodeURIComponent(token)}/accept`, body, { context, withCredentials: true }),
    );
  }
}

const anonymous = (): HttpContext => new HttpContext().set(ANONYMOUS, true);
