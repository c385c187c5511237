import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  AddItemsResult,
  ActivateShowRequest,
  CheckItemNumbersResult,
  ClaimList,
  CommentList,
  CopyShowRequest,
  CreateShowRequest,
  DismissNumbersRequest,
  Item,
  ItemInput,
  Show,
  ShowEventList,
  ShowList,
  ShowRules,
  ShowSnapshot,
  ShowStatus,
  ShowWithItems,
  SourceInput,
  UndoResult,
  UpdateItemRequest,
  UpdateShowRequest,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { wholeSnapshot } from './whole-snapshot';

@Injectable({ providedIn: 'root' })
export class ShowsApi {
  private readonly http = inject(HttpClient);

  list(options: { status?: ShowStatus; cursor?: string; limit?: number } = {}): Promise<ShowList> {
    return firstValueFrom(this.http.get<ShowList>('/api/shows', { params: { ...options } }));
  }

  get(id: string): Promise<ShowWithItems> {
    return firstValueFrom(this.http.get<ShowWithItems>(`/api/shows/${id}`));
  }

  create(body: CreateShowRequest): Promise<Show> {
    return firstValueFrom(this.http.post<Show>('/api/shows', body));
  }

  copy(id: string, body: CopyShowRequest): Promise<Show> {
    return firstValueFrom(this.http.post<Show>(`/api/shows/${id}/copy`, body));
  }

  update(id: string, body: UpdateShowRequest): Promise<Show> {
    return firstValueFrom(this.http.patch<Show>(`/api/shows/${id}`, body));
  }

  changeRules(id: string, body: Partial<ShowRules>): Promise<Show> {
    return firstValueFrom(this.http.patch<Show>(`/api/shows/${id}/rules`, body));
  }

  addSource(id: string, source: SourceInput): Promise<Show> {
    return firstValueFrom(this.http.post<Show>(`/api/shows/${id}/sources`, source));
  }

  removeSource(id: string, sourceId: string): Promise<Show> {
    return firstValueFrom(this.http.delete<Show>(`/api/shows/${id}/sources/${sourceId}`));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/shows/${id}`));
  }

  activate(id: string, body: ActivateShowRequest = {}): Promise<Show> {
    return firstValueFrom(this.http.post<Show>(`/api/shows/${id}/activate`, body));
  }

  transition(id: string, act: 'pause' | 'resume' | 'stop'): Promise<Show> {
    return firstValueFrom(this.http.post<Show>(`/api/shows/${id}/${act}`, {}));
  }

  /** Reads the snapshot with every active claim, in as many requests as needed. */
  snapshot(id: string): Promise<ShowSnapshot> {
    return wholeSnapshot({
      snapshot: () => firstValueFrom(this.http.get<ShowSnapshot>(`/api/shows/${id}/snapshot`)),
      activeClaims: (params) =>
        firstValueFrom(
          this.http.get<ClaimList>(`/api/shows/${id}/claims`, { params: { active: true, ...params } }),
        ),
      events: (afterSeq) => this.events(id, afterSeq),
    });
  }

  comments(id: string, options: { cursor?: string; limit?: number; q?: string } = {}): Promise<CommentList> {
    return firstValueFrom(
      this.http.get<CommentList>(`/api/shows/${id}/comments`, { params: { ...options } }),
    );
  }

  /** @returns the ledger rows after `afterSeq`, in order */
  events(id: string, afterSeq: number, limit = 200): Promise<ShowEventList> {
    return firstValueFrom(
      this.http.get<ShowEventList>(`/api/shows/${id}/events`, { params: { afterSeq, limit } }),
    );
  }

  addItems(id: string, items: readonly ItemInput[]): Promise<AddItemsResult> {
    return firstValueFrom(this.http.post<AddItemsResult>(`/api/shows/${id}/items`, { items }));
  }

  /** @returns the numbers in `itemNumbers` that no comment could claim */
  async unclaimableNumbers(id: string, itemNumbers: readonly string[]): Promise<readonly string[]> {
    const { unclaimable } = await firstValueFrom(
      this.http.post<CheckItemNumbersResult>(`/api/shows/${id}/items/check`, { itemNumbers }),
    );
    return unclaimable;
  }

  /** Withdraws an item, or restores it. */
  setWithdrawn(id: string, itemId: string, withdrawn: boolean): Promise<Item> {
    const act = withdrawn ? 'withdraw' : 'restore';
    return firstValueFrom(this.http.post<Item>(`/api/shows/${id}/items/${itemId}/${act}`, {}));
  }

  updateItem(id: string, itemId: string, body: UpdateItemRequest): Promise<Item> {
    return firstValueFrom(this.http.patch<Item>(`/api/shows/${id}/items/${itemId}`, body));
  }

  /** @param photo the file, which the server re-encodes */
  setPhoto(id: string, itemId: string, photo: Blob): Promise<Item> {
    return firstValueFrom(this.http.put<Item>(`/api/shows/${id}/items/${itemId}/photo`, photo));
  }

  removePhoto(id: string, itemId: string): Promise<Item> {
    return firstValueFrom(this.http.delete<Item>(`/api/shows/${id}/items/${itemId}/photo`));
  }

  async removeItem(id: string, itemId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/shows/${id}/items/${itemId}`));
  }

  setNumbersDismissed(id: string, body: DismissNumbersRequest): Promise<Show> {
    return firstValueFrom(this.http.put<Show>(`/api/shows/${id}/dismissed-numbers`, body));
  }

  setNowShowing(id: string, itemId: string | null): Promise<Show> {
    return firstValueFrom(this.http.put<Show>(`/api/shows/${id}/now-showing`, { itemId }));
  }

  undo(id: string, actSeq: number): Promise<UndoResult> {
    return firstValueFrom(this.http.post<UndoResult>(`/api/shows/${id}/acts/${actSeq}/undo`, {}));
  }
}
