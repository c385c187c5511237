import { Injectable, inject } from '@angular/core';
import type {
  ExtensionInfo,
  ExtensionList,
  JobList,
  JobState,
  JobSummary,
  ParkedRowList,
  ParkedRowsResult,
  ResendJobRequest,
  RunActionResult,
  UpdateExtensionRequest,
} from '@sellary/contracts';
import { ApiClient } from './api-client';

/** Loaded extensions, with their state in the workspace. */
@Injectable({ providedIn: 'root' })
export class ExtensionsApi {
  private readonly client = inject(ApiClient);

  async list(): Promise<ExtensionInfo[]> {
    return (await this.client.get<ExtensionList>('/api/extensions')).extensions;
  }

  update(name: string, body: UpdateExtensionRequest): Promise<ExtensionInfo> {
    return this.client.put(path(name), body);
  }

  parkedRows(name: string, cursor?: string): Promise<ParkedRowList> {
    return this.client.get(`${path(name)}/parked`, { limit: 50, cursor });
  }

  retry(name: string, ids: string[]): Promise<ParkedRowsResult> {
    return this.client.post(`${path(name)}/parked/retry`, { ids });
  }

  skip(name: string, ids: string[]): Promise<ParkedRowsResult> {
    return this.client.post(`${path(name)}/parked/skip`, { ids });
  }

  jobs(name: string, state: JobState, cursor?: string): Promise<JobList> {
    return this.client.get(`${path(name)}/jobs`, { state, limit: 20, cursor });
  }

  resendJob(name: string, { id, endedAt }: JobSummary): Promise<void> {
    return this.client.post(`${path(name)}/jobs/${id}/resend`, { endedAt } satisfies ResendJobRequest);
  }

  discardJob(name: string, { id }: JobSummary): Promise<void> {
    return this.client.post(`${path(name)}/jobs/${id}/discard`);
  }

  runAction(name: string, action: string, targetId: string): Promise<RunActionResult> {
    return this.client.post(`${path(name)}/actions/${encodeURIComponent(action)}`, { targetId });
  }
}

const path = (name: string): string => `/api/extensions/${encodeURIComponent(name)}`;
