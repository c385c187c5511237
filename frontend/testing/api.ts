import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { apiErrors } from '../src/app/api/api-errors';

/**
 * Sets up the test's injector with an API that the test controls, and without routes.
 * @param more providers to add, or to use in place of the usual ones
 */
export function testApi(...more: Provider[]): HttpTestingController {
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
