import type { HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Role } from '@sellary/contracts';
import { SessionStore } from '../src/app/auth/session-store';
import { testApi } from './api';
import { someTotals } from './baskets';
import { aSession, flushPromises } from './session';

/** A basket page with a signed-in user, and with an API and a clock that the test controls. */
export class BasketBench {
  readonly http: HttpTestingController;
  private fixture: ComponentFixture<unknown> | null = null;

  constructor() {
    jest.useFakeTimers();
    localStorage.clear();
    this.http = testApi();
  }

  close(): void {
    this.fixture?.destroy();
    jest.useRealTimers();
  }

  get page(): HTMLElement {
    return this.fixture?.nativeElement as HTMLElement;
  }

  async open<T>(
    component: Type<T>,
    role: Role = 'operator',
    inputs: Record<string, unknown> = {},
  ): Promise<void> {
    TestBed.inject(SessionStore).begin(aSession({ role }));
    this.fixture = TestBed.createComponent(component);
    for (const [name, value] of Object.entries(inputs)) this.fixture.componentRef.setInput(name, value);
    // Only an element in the document can have focus.
    document.body.append(this.page);
    await this.render();
  }

  /** Waits longer than a search field waits after typing, and renders the responses. */
  async render(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      this.fixture?.detectChanges();
      await jest.advanceTimersByTimeAsync(300);
      await flushPromises();
    }
    this.fixture?.detectChanges();
  }

  listRequests() {
    return this.http.match(({ url }) => url === '/api/baskets');
  }

  answerTotals(): void {
    this.http
      .match(({ url }) => url === '/api/baskets/totals')
      .filter(({ cancelled }) => !cancelled)
      .forEach((request) => request.flush(someTotals()));
  }

  /** Text of the page and its dialogs, with all nodes joined by single spaces. */
  text(): string {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (walker.nextNode()) {
      words.push(...(walker.currentNode.textContent ?? '').split(/\s+/).filter((word) => word !== ''));
    }
    return words.join(' ');
  }

  async press(name: string): Promise<void> {
    const found = [...document.querySelectorAll('button')].find(
      (element) => element.textContent.replace(/\s+/g, ' ').trim() === name,
    );
    if (found === undefined) throw new Error(`There is no button ${name}`);
    found.click();
    await this.render();
  }

  async fill(label: string, value: string): Promise<void> {
    const found = [...document.querySelectorAll('label')].find(
      (element) => element.textContent.trim() === label,
    );
    const box = found?.querySelector<HTMLInputElement>('input, textarea');
    if (box == null) throw new Error(`There is no field ${label}`);
    box.value = value;
    box.dispatchEvent(new Event('input'));
    await this.render();
  }
}
