import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ViewerPage,
  ViewerPageKind,
  ViewerPageLink,
  ViewerPageList,
  WinnerNames,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';

/** Links to the pages that a show's viewers may see. */
@Injectable({ providedIn: 'root' })
export class ViewerPagesApi {
  private readonly http = inject(HttpClient);

  async list(showId: string): Promise<ViewerPage[]> {
    const { pages } = await firstValueFrom(
      this.http.get<ViewerPageList>(`/api/shows/${showId}/viewer-pages`),
    );
    return pages;
  }

  /** Creates a link. The previous link of this kind stops working. */
  create(showId: string, kind: ViewerPageKind, names: WinnerNames | undefined): Promise<ViewerPageLink> {
    return firstValueFrom(
      this.http.post<ViewerPageLink>(pathOf(showId, kind), names === undefined ? {} : { names }),
    );
  }

  update(showId: string, kind: ViewerPageKind, names: WinnerNames): Promise<ViewerPage> {
    return firstValueFrom(this.http.patch<ViewerPage>(pathOf(showId, kind), { names }));
  }

  async end(showId: string, kind: ViewerPageKind): Promise<void> {
    await firstValueFrom(this.http.delete(pathOf(showId, kind)));
  }
}

const pathOf = (showId: string, kind: ViewerPageKind): string => `/api/shows/${showId}/viewer-pages/${kind}`;
