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
import { ApiClient } from './api-client';
import { wholeSnapshot } from './whole-snapshot';

@Injectable({ providedIn: 'root' })
export class ShowsApi {
  private readonly client = inject(ApiClient);

  list(
    options: { status?: ShowStatus; cursor?: string | undefined; limit?: number } = {},
  ): Promise<ShowList> {
    return this.client.get('/api/shows', { ...options });
  }

  get(id: string): Promise<ShowWithItems> {
    return this.client.get(`/api/shows/${id}`);
  }

  create(body: CreateShowRequest): Promise<Show> {
    return this.client.post('/api/shows', body);
  }

  copy(id: string, body: CopyShowRequest): Promise<Show> {
    return this.client.post(`/api/shows/${id}/copy`, body);
  }

  update(id: string, body: UpdateShowRequest): Promise<Show> {
    return this.client.patch(`/api/shows/${id}`, body);
  }

  changeRules(id: string, body: Partial<ShowRules>): Promise<Show> {
    return this.client.patch(`/api/shows/${id}/rules`, body);
  }

  addSource(id: string, source: SourceInput): Promise<Show> {
    return this.client.post(`/api/shows/${id}/sources`, source);
  }

  removeSource(id: string, sourceId: string): Promise<Show> {
    return this.client.delete(`/api/shows/${id}/sources/${sourceId}`);
  }

  remove(id: string): Promise<void> {
    return this.client.delete(`/api/shows/${id}`);
  }

  activate(id: string, body: ActivateShowRequest = {}): Promise<Show> {
    return this.client.post(`/api/shows/${id}/activate`, body);
  }

  transition(id: string, act: 'pause' | 'resume' | 'stop'): Promise<Show> {
    return this.client.post(`/api/shows/${id}/${act}`);
  }

  /** Reads the snapshot with every active claim, in as many requests as needed. */
  snapshot(id: string): Promise<ShowSnapshot> {
    return wholeSnapshot({
      snapshot: () => this.client.get<ShowSnapshot>(`/api/shows/${id}/snapshot`),
      activeClaims: (params) =>
        this.client.get<ClaimList>(`/api/shows/${id}/claims`, { active: true, ...params }),
      events: (afterSeq) => this.events(id, afterSeq),
    });
  }

  comments(id: string, options: { cursor?: string; limit?: number; q?: string } = {}): Promise<CommentList> {
    return this.client.get(`/api/shows/${id}/comments`, { ...options });
  }

  /** @returns the ledger rows after `afterSeq`, in order */
  events(id: string, afterSeq: number, limit = 200): Promise<ShowEventList> {
    return this.client.get(`/api/shows/${id}/events`, { afterSeq, limit });
  }

  addItems(id: string, items: readonly ItemInput[]): Promise<AddItemsResult> {
    return this.client.post(`/api/shows/${id}/items`, { items });
  }

  /** @returns the numbers in `itemNumbers` that no comment could claim */
  async unclaimableNumbers(id: string, itemNumbers: readonly string[]): Promise<readonly string[]> {
    const { unclaimable } = await this.client.post<CheckItemNumbersResult>(`/api/shows/${id}/items/check`, {
      itemNumbers,
    });
    return unclaimable;
  }

  /** Withdraws an item, or restores it. */
  setWithdrawn(id: string, itemId: string, withdrawn: boolean): Promise<Item> {
    const act = withdrawn ? 'withdraw' : 'restore';
    return this.client.post(`/api/shows/${id}/items/${itemId}/${act}`);
  }

  updateItem(id: string, itemId: string, body: UpdateItemRequest): Promise<Item> {
    return this.client.patch(`/api/shows/${id}/items/${itemId}`, body);
  }

  /** @param photo the file, which the server re-encodes */
  setPhoto(id: string, itemId: string, photo: Blob): Promise<Item> {
    return this.client.put(`/api/shows/${id}/items/${itemId}/photo`, photo);
  }

  removePhoto(id: string, itemId: string): Promise<Item> {
    return this.client.delete(`/api/shows/${id}/items/${itemId}/photo`);
  }

  removeItem(id: string, itemId: string): Promise<void> {
    return this.client.delete(`/api/shows/${id}/items/${itemId}`);
  }

  setNumbersDismissed(id: string, body: DismissNumbersRequest): Promise<Show> {
    return this.client.put(`/api/shows/${id}/dismissed-numbers`, body);
  }

  setNowShowing(id: string, itemId: string | null): Promise<Show> {
    return this.client.put(`/api/shows/${id}/now-showing`, { itemId });
  }

  undo(id: string, actSeq: number): Promise<UndoResult> {
    return this.client.post(`/api/shows/${id}/acts/${actSeq}/undo`);
  }
}
