import { Injectable, inject } from '@angular/core';
import type {
  MergePreview,
  MergeResult,
  Person,
  PersonList,
  PersonShowList,
  TagList,
  UnmergeResult,
  UpdatePersonRequest,
} from '@sellary/contracts';
import type { PageParams } from './all-pages';
import { ApiClient } from './api-client';

export interface PeopleQuery extends PageParams {
  search?: string;
  tag?: string;
  blocked?: 'true';
}

/** The workspace's buyers, across all shows. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly client = inject(ApiClient);

  list(query: PeopleQuery): Promise<PersonList> {
    return this.client.get('/api/people', { ...query });
  }

  tags(): Promise<TagList> {
    return this.client.get('/api/people/tags');
  }

  get(id: string): Promise<Person> {
    return this.client.get(`/api/people/${id}`);
  }

  shows(id: string, query: PageParams): Promise<PersonShowList> {
    return this.client.get(`/api/people/${id}/shows`, { ...query });
  }

  update(id: string, body: UpdatePersonRequest): Promise<Person> {
    return this.client.patch(`/api/people/${id}`, body);
  }

  previewMerge(id: string, otherId: string): Promise<MergePreview> {
    return this.client.get(`/api/people/${id}/merge-preview`, { with: otherId });
  }

  merge(id: string, otherId: string): Promise<MergeResult> {
    return this.client.post(`/api/people/${id}/merges`, { with: otherId });
  }

  unmerge(id: string, mergeId: string): Promise<UnmergeResult> {
    return this.client.delete(`/api/people/${id}/merges/${mergeId}`);
  }
}
