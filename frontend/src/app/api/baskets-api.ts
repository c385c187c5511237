import { Injectable, inject } from '@angular/core';
import type {
  Basket,
  BasketExtrasRequest,
  BasketLabels,
  BasketList,
  BasketRow,
  BasketOutcome,
  BasketOutcomes,
  BasketRef,
  BasketSettingsView,
  BasketState,
  BasketText,
  BasketTotals,
  BuyerLanguage,
  PickList,
  UpdateBasketSettingsRequest,
} from '@sellary/contracts';
import { ApiClient } from './api-client';
import { ApiError, type ApiErrorCode } from './api-error';
import { deviceTimeZone } from '../i18n/format-locale';

/** `unpaid` means open or requested. */
export type BasketStateFilter = BasketState | 'unpaid';

interface BasketQuery {
  show?: string;
  state?: readonly BasketStateFilter[];
  q?: string;
  overdue?: 'true';
  person?: string;
  limit?: number;
  cursor?: string | undefined;
}

/** A step that an operator applies to baskets, with its details. */
export type StepCommand =
  | { step: 'request' | 'pack' | 'ship' | 'undo' }
  | { step: 'pay'; method?: string; reference?: string }
  | { step: 'cancel'; reason?: string };

/** The ids of 50 labels fit in a request URL in every browser and proxy. */
const LABELS_PER_CALL = 50;

/** The workspace's baskets. */
@Injectable({ providedIn: 'root' })
export class BasketsApi {
  private readonly client = inject(ApiClient);

  list({ state = [], ...query }: BasketQuery): Promise<BasketList> {
    return this.client.get('/api/baskets', { ...query, state });
  }

  /** A person's newest 100 unpaid baskets. */
  async unpaidOf(person: string): Promise<BasketRow[]> {
    return (await this.list({ person, state: ['unpaid'], limit: 100 })).baskets;
  }

  /** @param query `paidSince` is an ISO-8601 time */
  totals(query: { show?: string; paidSince: string }): Promise<BasketTotals> {
    return this.client.get('/api/baskets/totals', { ...query });
  }

  get(id: string): Promise<Basket> {
    return this.client.get(`/api/baskets/${id}`);
  }

  /**
   * Applies one step to each basket.
   * @returns an outcome for each basket. If the request is for a single basket that the server rejects, the
   * error becomes its outcome
   */
  async applyStep(
    { step, ...details }: StepCommand,
    baskets: readonly BasketRef[],
  ): Promise<BasketOutcome[]> {
    try {
      const body = { ...details, baskets };
      return (await this.client.post<BasketOutcomes>(`/api/baskets/${step}`, body)).outcomes;
    } catch (failure) {
      const [basket, ...others] = baskets;
      const { code, message, details: errorDetails, status } = ApiError.from(failure);
      if (basket === undefined || others.length > 0 || !isBasketRefusal(code, status)) throw failure;
      return [{ id: basket.id, ok: false, error: { code, message, details: [...errorDetails] } }];
    }
  }

  setExtras(id: string, body: BasketExtrasRequest): Promise<Basket> {
    return this.client.put(`/api/baskets/${id}/extras`, body);
  }

  text(id: string, language?: BuyerLanguage): Promise<BasketText> {
    return this.client.get(`/api/baskets/${id}/text`, { timeZone: deviceTimeZone(), language });
  }

  pickList(query: { show?: string; state: readonly BasketState[] }): Promise<PickList> {
    return this.client.get('/api/baskets/pick-list', { ...query });
  }

  /** @returns the labels in the order of the ids */
  async labels(ids: readonly string[]): Promise<BasketLabels['labels']> {
    const all: BasketLabels['labels'] = [];
    for (let from = 0; from < ids.length; from += LABELS_PER_CALL) {
      const query = { ids: ids.slice(from, from + LABELS_PER_CALL).join(',') };
      const { labels } = await this.client.get<BasketLabels>('/api/baskets/labels', query);
      all.push(...labels);
    }
    return all;
  }

  settings(): Promise<BasketSettingsView> {
    return this.client.get('/api/baskets/settings');
  }

  changeSettings(body: UpdateBasketSettingsRequest): Promise<BasketSettingsView> {
    return this.client.patch('/api/baskets/settings', body);
  }
}

/** True if the server rejected the basket itself, not the request or the user. */
function isBasketRefusal(
  code: ApiErrorCode,
  status: number,
): code is Exclude<ApiErrorCode, 'NETWORK' | 'UNEXPECTED'> {
  return status === 409 || code === 'NOT_FOUND';
}
