import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AuditList,
  CreatedInvite,
  EraseViewerRequest,
  ErasureResult,
  InviteList,
  InviteMemberRequest,
  Member,
  MemberList,
  PendingInvite,
  Role,
  RuleChoices,
  ShowRules,
  UpdateWorkspaceRequest,
  Workspace,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { allPages } from './all-pages';

export interface AuditOptions {
  entityType?: string;
  userId?: string;
  showId?: string;
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}

@Injectable({ providedIn: 'root' })
export class WorkspacesApi {
  private readonly http = inject(HttpClient);

  get(id: string): Promise<Workspace> {
    return firstValueFrom(this.http.get<Workspace>(`/api/workspaces/${id}`));
  }

  update(id: string, body: UpdateWorkspaceRequest): Promise<Workspace> {
    return firstValueFrom(this.http.patch<Workspace>(`/api/workspaces/${id}`, body));
  }

  /** The rules that the workspace's new shows start with. */
  rules(id: string): Promise<ShowRules> {
    return firstValueFrom(this.http.get<ShowRules>(`/api/workspaces/${id}/rules`));
  }

  changeRules(id: string, body: Partial<ShowRules>): Promise<ShowRules> {
    return firstValueFrom(this.http.patch<ShowRules>(`/api/workspaces/${id}/rules`, body));
  }

  /** The server's allocation policies and grammars, including those from extensions. */
  ruleChoices(): Promise<RuleChoices> {
    return firstValueFrom(this.http.get<RuleChoices>('/api/rule-choices'));
  }

  /** All members, in the order in which they joined. */
  async members(id: string): Promise<Member[]> {
    const pages = await allPages((params) =>
      firstValueFrom(this.http.get<MemberList>(`/api/workspaces/${id}/members`, { params })),
    );
    return pages.flatMap(({ members }) => members);
  }

  changeRole(id: string, userId: string, role: Role): Promise<Member> {
    return firstValueFrom(this.http.patch<Member>(`/api/workspaces/${id}/members/${userId}`, { role }));
  }

  /** Removes a member. A user leaves by removing their own membership. */
  async removeMember(id: string, userId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/workspaces/${id}/members/${userId}`));
  }

  /** The response contains the link, which cannot be read again. */
  invite(id: string, body: InviteMemberRequest): Promise<CreatedInvite> {
    return firstValueFrom(this.http.post<CreatedInvite>(`/api/workspaces/${id}/members`, body));
  }

  /** All open invitations, newest first. */
  async invites(id: string): Promise<PendingInvite[]> {
    const pages = await allPages((params) =>
      firstValueFrom(this.http.get<InviteList>(`/api/workspaces/${id}/invites`, { params })),
    );
    return pages.flatMap(({ invites }) => invites);
  }

  async revokeInvite(id: string, inviteId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/workspaces/${id}/invites/${inviteId}`));
  }

  /** Removes a viewer from everything that the workspace stores. Cannot be undone. */
  erase(id: string, body: EraseViewerRequest): Promise<ErasureResult> {
    return firstValueFrom(this.http.post<ErasureResult>(`/api/workspaces/${id}/erasures`, body));
  }

  /** Newest first. Times are ISO-8601; `to` is exclusive. */
  audit(id: string, options: AuditOptions): Promise<AuditList> {
    return firstValueFrom(
      this.http.get<AuditList>(`/api/workspaces/${id}/audit`, { params: { ...options } }),
    );
  }
}
