import { HttpClient, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  BuyerList,
  ClaimExplanation,
  Currency,
  ExportFormat,
  ExportType,
  ReplayVerdict,
  SalesExport,
  SalesList,
  SalesPeriod,
  SalesReport,
  SalesTable,
  ShowSummary,
  ViewerDelayProposals,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import type { PageParams } from './all-pages';
import { ApiClient } from './api-client';
import { deviceTimeZone } from '../i18n/format-locale';

/** A fully received file, with the name from the server. */
export interface Download {
  content: Blob;
  fileName: string;
}

/** The file format. The separator applies only to CSV. */
export interface ExportStyle {
  format: ExportFormat;
  separator?: ',' | ';';
}

@Injectable({ providedIn: 'root' })
export class ReportsApi {
  private readonly client = inject(ApiClient);
  private readonly http = inject(HttpClient);

  summary(showId: string): Promise<ShowSummary> {
    return this.client.get(`/api/shows/${showId}/summary`);
  }

  /** Buyers who won or are waiting (`won`: only winners), sorted by handle. `q`: part of a handle or name. */
  buyers(
    showId: string,
    options: { q?: string; won?: boolean; limit?: number; cursor?: string | undefined },
  ): Promise<BuyerList> {
    return this.client.get(`/api/shows/${showId}/buyers`, { ...options });
  }

  /**
   * Times are in this device's time zone. Rejects if the transfer is interrupted, so that a partial file is
   * never returned.
   */
  export(showId: string, type: ExportType, style: ExportStyle): Promise<Download> {
    const params = { type, ...style, timeZone: deviceTimeZone() };
    return this.download(`/api/shows/${showId}/export`, params, `${type}.${style.format}`);
  }

  /** Fetches the explanation of a claim's status and place. */
  explanation(claimId: string): Promise<ClaimExplanation> {
    return this.client.get(`/api/claims/${claimId}/explanation`);
  }

  /** Proposes a viewer delay for each source. */
  viewerDelays(showId: string): Promise<ViewerDelayProposals> {
    return this.client.get(`/api/shows/${showId}/viewer-delays`);
  }

  /** Replays the ledger of the show and compares the result with the stored state. For admins. */
  replay(showId: string): Promise<ReplayVerdict> {
    return this.client.get(`/api/shows/${showId}/replay`);
  }

  /** A file that explains and proves a claim. Times are in this device's time zone. */
  evidence(showId: string, claimId: string): Promise<Download> {
    const params = { claim: claimId, timeZone: deviceTimeZone() };
    return this.download(`/api/shows/${showId}/evidence`, params, 'claim.html');
  }

  /** Totals for everything won in a period, across all shows. */
  sales(period: SalesPeriod): Promise<SalesReport> {
    return this.client.get('/api/reports/sales', { ...period });
  }

  /** One page of a table. Without `currency`, it covers the shows that sell without prices. */
  salesTable<T extends SalesTable>(
    table: T,
    period: SalesPeriod,
    currency: Currency | undefined,
    page: PageParams,
  ): Promise<SalesList<T>> {
    const params = { ...period, ...currencyParams(currency), ...page };
    return this.client.get(`/api/reports/sales/${table}`, params);
  }

  exportSales(
    table: SalesExport,
    period: SalesPeriod,
    currency: Currency | undefined,
    style: ExportStyle,
  ): Promise<Download> {
    const params = { table, ...period, ...currencyParams(currency), ...style };
    return this.download('/api/reports/sales/export', params, `${table}.${style.format}`);
  }

  private async download(path: string, params: Record<string, string>, fallback: string): Promise<Download> {
    const call = this.http.get(path, { params, observe: 'response', responseType: 'blob' });
    const response: HttpResponse<Blob> = await firstValueFrom(call);
    return {
      content: response.body ?? new Blob(),
      fileName: fileNameIn(response.headers.get('Content-Disposition')) ?? fallback,
    };
  }
}

const currencyParams = (currency: Currency | undefined): Record<string, string> =>
  currency === undefined ? {} : { currency: currency.code, digits: String(currency.digits) };

/** The name in a Content-Disposition header (RFC 6266), preferably in UTF-8, or null if there is none. */
export function fileNameIn(disposition: string | null): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  try {
    if (extended !== undefined) return decodeURIComponent(extended);
  } catch {
    // Not correctly percent-encoded, so the plain name is used.
  }
  return /filename="([^"]*)"/i.exec(disposition ?? '')?.[1] ?? null;
}
