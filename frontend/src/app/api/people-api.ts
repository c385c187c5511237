import { HttpClient } from '@angular/common/http';
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
import { firstValueFrom } from 'rxjs';

export interface PeopleQuery {
  limit: number;
  cursor?: string;
  search?: string;
  tag?: string;
  blocked?: 'true';
}

/** The workspace's buyers, across all shows. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly http = inject(HttpClient);

  list(query: PeopleQuery): Promise<PersonList> {
    return firstValueFrom(this.http.get<PersonList>('/api/people', { params: { ...query } }));
  }

  tags(): Promise<TagList> {
    return firstValueFrom(this.http.get<TagList>('/api/people/tags'));
  }

  get(id: string): Promise<Person> {
    return firstValueFrom(this.http.get<Person>(`/api/people/${id}`));
  }

  shows(id: string, query: { limit: number; cursor?: string }): Promise<PersonShowList> {
    return firstValueFrom(this.http.get<PersonShowList>(`/api/people/${id}/shows`, { params: { ...query } }));
  }

  update(id: string, body: UpdatePersonRequest): Promise<Person> {
    return firstValueFrom(this.http.patch<Person>(`/api/people/${id}`, body));
  }

  previewMerge(id: string, otherId: string): Promise<MergePreview> {
    return firstValueFrom(
      this.http.get<MergePreview>(`/api/people/${id}/merge-preview`, { params: { with: otherId } }),
    );
  }

  merge(id: string, otherId: string): Promise<MergeResult> {
    return firstValueFrom(this.http.post<MergeResult>(`/api/people/${id}/merges`, { with: otherId }));
  }

  unmerge(id: string, mergeId: string): Promise<UnmergeResult> {
    return firstValueFrom(this.http.delete<UnmergeResult>(`/api/people/${id}/merges/${mergeId}`));
  }
}
