import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Page, allPages } from './all-pages';

type QueryValue = string | number | boolean | readonly string[];
/** The query of a request. Parts that are undefined are left out. */
type Query = Readonly<Record<string, QueryValue | undefined>>;

/** Sends requests to the server's API. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  private readonly http = inject(HttpClient);

  get<T>(path: string, query: Query = {}): Promise<T> {
    const params: Record<string, QueryValue> = {};
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) params[name] = value;
    }
    return firstValueFrom(this.http.get<T>(path, { params }));
  }

  /** Reads all pages of a list. */
  pages<P extends Page>(path: string): Promise<P[]> {
    return allPages((params) => this.get<P>(path, { ...params }));
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return firstValueFrom(this.http.post<T>(path, body));
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.put<T>(path, body));
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.patch<T>(path, body));
  }

  delete<T>(path: string): Promise<T> {
    return firstValueFrom(this.http.delete<T>(path));
  }
}
