import { Injectable, inject } from '@angular/core';
import type {
  CreateTemplateRequest,
  Show,
  ShowTemplate,
  ShowTemplateList,
  UpdateTemplateRequest,
  UseTemplateRequest,
} from '@sellary/contracts';
import type { PageParams } from './all-pages';
import { ApiClient } from './api-client';

@Injectable({ providedIn: 'root' })
export class TemplatesApi {
  private readonly client = inject(ApiClient);

  list(options: PageParams): Promise<ShowTemplateList> {
    return this.client.get('/api/templates', { ...options });
  }

  createFromShow(showId: string, body: CreateTemplateRequest): Promise<ShowTemplate> {
    return this.client.post(`/api/shows/${showId}/template`, body);
  }

  createShow(id: string, body: UseTemplateRequest): Promise<Show> {
    return this.client.post(`/api/templates/${id}/shows`, body);
  }

  update(id: string, body: UpdateTemplateRequest): Promise<ShowTemplate> {
    return this.client.patch(`/api/templates/${id}`, body);
  }

  remove(id: string): Promise<void> {
    return this.client.delete(`/api/templates/${id}`);
  }
}
