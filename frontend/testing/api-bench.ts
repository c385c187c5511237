import type { HttpRequest } from '@angular/common/http';
import type { HttpTestingController, RequestMatch } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider } from '@angular/core';
import type { ComponentFixture } from '@angular/core/testing';
import { errorResponse, testApi } from './api';
import { setField } from './fields';

type Wanted = string | RequestMatch | ((request: HttpRequest<unknown>) => boolean);

/** A page with an API and a clock that the test controls. */
export abstract class ApiBench {
  readonly http: HttpTestingController;
  protected fixture: ComponentFixture<unknown> | null = null;

  /** @param providers providers to add, or to use in place of the usual ones */
  constructor(...providers: (Provider | EnvironmentProviders)[]) {
    jest.useFakeTimers();
    this.http = testApi(...providers);
  }

  close(): void {
    this.fixture?.destroy();
    jest.useRealTimers();
  }

  get page(): HTMLElement {
    return this.fixture?.nativeElement as HTMLElement;
  }

  /** Waits until the page shows the results of the last response or event. */
  abstract render(): Promise<void>;

  /** Answers a request, and renders the page. @returns the request */
  async answer(wanted: Wanted, body: object | null): Promise<HttpRequest<unknown>> {
    const call = this.http.expectOne(wanted);
    call.flush(body);
    await this.render();
    return call.request;
  }

  /** Answers all requests of this kind in the same way, if there are any, and renders the page. */
  async answerAll(wanted: Wanted, body: object): Promise<void> {
    for (const call of this.http.match(wanted)) if (!call.cancelled) call.flush(body);
    await this.render();
  }

  /** Rejects a request, and renders the page. @returns the request */
  async reject(wanted: Wanted, ...error: Parameters<typeof errorResponse>): Promise<HttpRequest<unknown>> {
    const call = this.http.expectOne(wanted);
    call.flush(...errorResponse(...error));
    await this.render();
    return call.request;
  }

  /** Ends a request as if the connection were lost, and renders the page. */
  async drop(wanted: Wanted): Promise<void> {
    this.http.expectOne(wanted).error(new ProgressEvent('error'));
    await this.render();
  }

  async click(element: HTMLElement | null | undefined): Promise<void> {
    if (element == null) throw new Error('The element is missing');
    element.click();
    await this.render();
  }

  /** Sets a field's value, and renders the page. */
  async enter(...change: Parameters<typeof setField>): Promise<void> {
    setField(...change);
    await this.render();
  }
}
