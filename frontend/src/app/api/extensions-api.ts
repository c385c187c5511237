import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ExtensionInfo,
  ExtensionList,
  JobList,
  JobState,
  ParkedRowList,
  ParkedRowsResult,
  RunActionResult,
  UpdateExtensionRequest,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

/** Loaded extensions, with their state in the workspace. */
@Injectable({ providedIn: 'root' })
export class ExtensionsApi {
  private readonly http = inject(HttpClient);

  async list(): Promise<ExtensionInfo[]> {
    return (await firstValueFrom(this.http.get<ExtensionList>('/api/extensions'))).extensions;
  }

  update(name: string, body: UpdateExtensionRequest): Promise<ExtensionInfo> {
    return firstValueFrom(this.http.put<ExtensionInfo>(path(name), body));
  }

  parkedRows(name: string, cursor?: string): Promise<ParkedRowList> {
    const params = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
    return firstValueFrom(this.http.get<ParkedRowList>(`${path(name)}/parked`, { params }));
  }

  retry(name: string, ids: string[]): Promise<ParkedRowsResult> {
    return firstValueFrom(this.http.post<ParkedRowsResult>(`${path(name)}/parked/retry`, { ids }));
  }

  skip(name: string, ids: string[]): Promise<ParkedRowsResult> {
    return firstValueFrom(this.http.post<ParkedRowsResult>(`${path(name)}/parked/skip`, { ids }));
  }

  jobs(name: string, state: JobState, cursor?: string): Promise<JobList> {
    const params = { state, limit: 20, ...(cursor === undefined ? {} : { cursor }) };
    return firstValueFrom(this.http.get<JobList>(`${path(name)}/jobs`, { params }));
  }

  async resendJob(name: string, id: string): Promise<void> {
    await firstValueFrom(this.http.post(`${path(name)}/jobs/${id}/resend`, {}));
  }

  async discardJob(name: string, id: string): Promise<void> {
    await firstValueFrom(this.http.post(`${path(name)}/jobs/${id}/discard`, {}));
  }

  runAction(name: string, action: string, targetId: string): Promise<RunActionResult> {
    return firstValueFrom(
      this.http.post<RunActionResult>(`${path(name)}/actions/${encodeURIComponent(action)}`, { targetId }),
    );
  }
}

const path = (name: string): string => `/api/extensions/${encodeURIComponent(name)}`;
