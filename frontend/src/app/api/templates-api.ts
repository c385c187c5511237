import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  CreateTemplateRequest,
  Show,
  ShowTemplate,
  ShowTemplateList,
  UpdateTemplateRequest,
  UseTemplateRequest,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

@Injectable({ providedIn: 'root' })
export class TemplatesApi {
  private readonly http = inject(HttpClient);

  list(options: { cursor?: string; limit?: number } = {}): Promise<ShowTemplateList> {
    return firstValueFrom(this.http.get<ShowTemplateList>('/api/templates', { params: { ...options } }));
  }

  createFromShow(showId: string, body: CreateTemplateRequest): Promise<ShowTemplate> {
    return firstValueFrom(this.http.post<ShowTemplate>(`/api/shows/${showId}/template`, body));
  }

  createShow(id: string, body: UseTemplateRequest): Promise<Show> {
    return firstValueFrom(this.http.post<Show>(`/api/templates/${id}/shows`, body));
  }

  update(id: string, body: UpdateTemplateRequest): Promise<ShowTemplate> {
    return firstValueFrom(this.http.patch<ShowTemplate>(`/api/templates/${id}`, body));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/templates/${id}`));
  }
}
