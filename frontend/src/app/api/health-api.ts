import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, timeout } from 'rxjs';

const TIMEOUT_MS = 5_000;

@Injectable({ providedIn: 'root' })
export class HealthApi {
  private readonly http = inject(HttpClient);

  /** True when the server responds to HTTP requests. */
  async isResponding(): Promise<boolean> {
    try {
      await firstValueFrom(this.http.get('/health/live').pipe(timeout(TIMEOUT_MS)));
      return true;
    } catch {
      return false;
    }
  }
}
