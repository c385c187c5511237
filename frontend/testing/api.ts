import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ErrorDetail } from '@sellary/contracts';
import { apiErrors } from '../src/app/api/api-errors';

/**
 * Sets up the test's injector with an API that the test controls, and without routes.
 * @param more providers to add, or to use in place of the usual ones
 */
export function testApi(...more: (Provider | EnvironmentProviders)[]): HttpTestingController {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiErrors])),
      provideHttpClientTesting(),
      provideRouter([]),
      ...more,
    ],
  });
  return TestBed.inject(HttpTestingController);
}

/** The body and status of an error response, for `flush`. */
export function errorResponse(status: number, code: string, message: string, details?: ErrorDetail[]) {
  return [{ error: { code, message, details } }, { status, statusText: '' }] as const;
}

/** An error that any request can get, for `errorResponse`. */
export const UNAVAILABLE = [503, 'UNAVAILABLE', 'The database is not responding.'] as const;
