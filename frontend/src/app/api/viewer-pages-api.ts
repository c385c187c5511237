import { Injectable, inject } from '@angular/core';
import type {
  ViewerPage,
  ViewerPageKind,
  ViewerPageLink,
  ViewerPageList,
  WinnerNames,
} from '@sellary/contracts';
import { ApiClient } from './api-client';

/** Links to the pages that a show's viewers may see. */
@Injectable({ providedIn: 'root' })
export class ViewerPagesApi {
  private readonly client = inject(ApiClient);

  async list(showId: string): Promise<ViewerPage[]> {
    return (await this.client.get<ViewerPageList>(`/api/shows/${showId}/viewer-pages`)).pages;
  }

  /** Creates a link. The previous link of this kind stops working. */
  create(showId: string, kind: ViewerPageKind, names: WinnerNames | undefined): Promise<ViewerPageLink> {
    return this.client.post(pathOf(showId, kind), { names });
  }

  update(showId: string, kind: ViewerPageKind, names: WinnerNames): Promise<ViewerPage> {
    return this.client.patch(pathOf(showId, kind), { names });
  }

  end(showId: string, kind: ViewerPageKind): Promise<void> {
    return this.client.delete(pathOf(showId, kind));
  }
}

const pathOf = (showId: string, kind: ViewerPageKind): string => `/api/shows/${showId}/viewer-pages/${kind}`;
