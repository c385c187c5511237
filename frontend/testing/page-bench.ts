import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Role } from '@sellary/contracts';
import { SessionStore } from '../src/app/auth/session-store';
import { ApiBench } from './api-bench';
import { submitForm } from './fields';
import { aSession, flushPromises } from './session';

/** A page with a signed-in user, and with an API and a clock that the test controls. */
export class PageBench extends ApiBench {
  constructor(...providers: ConstructorParameters<typeof ApiBench>) {
    super(...providers);
    localStorage.clear();
  }

  async open<T>(
    component: Type<T>,
    role: Role = 'operator',
    inputs: Record<string, unknown> = {},
  ): Promise<ComponentFixture<T>> {
    this.fixture?.destroy();
    TestBed.inject(SessionStore).begin(aSession({ role }));
    const fixture = TestBed.createComponent(component);
    this.fixture = fixture;
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    // Only an element in the document can have focus.
    document.body.append(this.page);
    await this.render();
    return fixture;
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

  /** Text of `root`, or of the whole document with its dialogs, with all nodes joined by single spaces. */
  text(root: Node = document.body): string {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (walker.nextNode()) {
      words.push(...(walker.currentNode.textContent ?? '').split(/\s+/).filter((word) => word !== ''));
    }
    return words.join(' ');
  }

  button(name: string | RegExp): HTMLButtonElement {
    const isName = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text));
    const found = [...document.querySelectorAll('button')].find((element) =>
      [element.ariaLabel ?? '', element.textContent].some((text) => isName(text.replace(/\s+/g, ' ').trim())),
    );
    if (found === undefined) throw new Error(`There is no button ${name}`);
    return found;
  }

  async press(name: string | RegExp): Promise<void> {
    await this.click(this.button(name));
  }

  async fill(label: string, value: string): Promise<void> {
    const found = [...document.querySelectorAll('label')].find(
      (element) => element.textContent.trim() === label,
    );
    await this.enter(found?.querySelector<HTMLInputElement>('input, textarea'), value);
  }

  /** Fills in fields, which are found by their `autocomplete` attribute, and submits the form. */
  async submit(values: Record<string, string> = {}): Promise<void> {
    submitForm(this.page, values);
    await this.render();
  }
}
