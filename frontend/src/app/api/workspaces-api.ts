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
import { ApiClient } from './api-client';

export interface AuditOptions {
  entityType?: string;
  userId?: string;
  showId?: string;
  from?: string;
  to?: string;
  cursor?: string | undefined;
  limit?: number;
}

@Injectable({ providedIn: 'root' })
export class WorkspacesApi {
  private readonly client = inject(ApiClient);

  get(id: string): Promise<Workspace> {
    return this.client.get(`/api/workspaces/${id}`);
  }

  update(id: string, body: UpdateWorkspaceRequest): Promise<Workspace> {
    return this.client.patch(`/api/workspaces/${id}`, body);
  }

  /** The rules that the workspace's new shows start with. */
  rules(id: string): Promise<ShowRules> {
    return this.client.get(`/api/workspaces/${id}/rules`);
  }

  changeRules(id: string, body: Partial<ShowRules>): Promise<ShowRules> {
    return this.client.patch(`/api/workspaces/${id}/rules`, body);
  }

  /** The server's allocation policies and grammars, including those from extensions. */
  ruleChoices(): Promise<RuleChoices> {
    return this.client.get('/api/rule-choices');
  }

  /** All members, in the order in which they joined. */
  async members(id: string): Promise<Member[]> {
    const pages = await this.client.pages<MemberList>(`/api/workspaces/${id}/members`);
    return pages.flatMap(({ members }) => members);
  }

  changeRole(id: string, userId: string, role: Role): Promise<Member> {
    return this.client.patch(`/api/workspaces/${id}/members/${userId}`, { role });
  }

  /** Removes a member. A user leaves by removing their own membership. */
  removeMember(id: string, userId: string): Promise<void> {
    return this.client.delete(`/api/workspaces/${id}/members/${userId}`);
  }

  /** The response contains the link, which cannot be read again. */
  invite(id: string, body: InviteMemberRequest): Promise<CreatedInvite> {
    return this.client.post(`/api/workspaces/${id}/members`, body);
  }

  /** All open invitations, newest first. */
  async invites(id: string): Promise<PendingInvite[]> {
    const pages = await this.client.pages<InviteList>(`/api/workspaces/${id}/invites`);
    return pages.flatMap(({ invites }) => invites);
  }

  revokeInvite(id: string, inviteId: string): Promise<void> {
    return this.client.delete(`/api/workspaces/${id}/invites/${inviteId}`);
  }

  /** Removes a viewer from everything that the workspace stores. Cannot be undone. */
  erase(id: string, body: EraseViewerRequest): Promise<ErasureResult> {
    return this.client.post(`/api/workspaces/${id}/erasures`, body);
  }

  /** Newest first. Times are ISO-8601; `to` is exclusive. */
  audit(id: string, options: AuditOptions): Promise<AuditList> {
    return this.client.get(`/api/workspaces/${id}/audit`, { ...options });
  }
}
