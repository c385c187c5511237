import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { UpdateWorkspaceRequest, Workspace } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class WorkspacesApi {
  private readonly http = inject(HttpClient);

  get(id: string): Promise<Workspace> {
    return firstValueFrom(this.http.get<Workspace>(`/api/workspaces/${id}`));
  }

  update(id: string, body: UpdateWorkspaceRequest): Promise<Workspace> {
    return firstValueFrom(this.http.patch<Workspace>(`/api/workspaces/${id}`, body));
  }
}
