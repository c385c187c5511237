import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { WordChips } from './word-chips';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordChips],
  template: `<app-word-chips
    label="claim word"
    [words]="words()"
    [problem]="problem()"
    (changed)="emitted = $event"
  />`,
})
class Parent {
  readonly words = signal(['sold']);
  readonly problem = signal<string | null>(null);
  emitted: string[] | null = null;
}

describe('words as chips', () => {
  async function open() {
    const fixture = TestBed.createComponent(Parent);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const box = page.querySelector('input') as HTMLInputElement;
    const type = async (word: string): Promise<void> => {
      box.value = word;
      box.dispatchEvent(new Event('input'));
      await fixture.whenStable();
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
      await fixture.whenStable();
    };
    return { fixture, parent: fixture.componentInstance, page, box, type };
  }

  it('A new word is added, but not a word that differs from another only in case.', async () => {
    const { parent, box, type } = await open();
    await type(' MINE ');
    expect([parent.emitted, box.value]).toEqual([['sold', 'MINE'], '']);
    parent.emitted = null;
    await type('Sold');
    expect(parent.emitted).toBeNull();
  });

  it('Enter ends an input method composition, and the next Enter adds the word.', async () => {
    const { fixture, parent, box } = await open();
    const enter = (init: KeyboardEventInit): boolean =>
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ...init }));
    box.value = '我要';
    box.dispatchEvent(new InputEvent('input', { isComposing: true }));
    enter({ isComposing: true });
    enter({ keyCode: 229 });
    expect([parent.emitted, box.value]).toEqual([null, '我要']);
    enter({});
    await fixture.whenStable();
    expect([parent.emitted, box.value]).toEqual([['sold', '我要'], '']);
  });

  it('A comma, even a full-width comma, ends a word, and several words are added in one step.', async () => {
    const { fixture, parent, box } = await open();
    box.value = 'mine, 我要，sold、';
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect([parent.emitted, box.value]).toEqual([['sold', 'mine', '我要'], '']);
  });

  it('A word that is too long, or for which the list has no room, stays in the field with the reason.', async () => {
    const { fixture, parent, page, box, type } = await open();
    const problem = (): string | undefined => page.querySelector('[role=alert]')?.textContent.trim();
    const long = 'x'.repeat(41);
    await type(long);
    expect([parent.emitted, box.value, problem()]).toEqual([null, long, 'Use at most 40 characters']);
    parent.words.set(Array.from({ length: 20 }, (_, index) => `word ${index}`));
    await fixture.whenStable();
    await type('mine');
    expect([parent.emitted, box.value, problem()]).toEqual([
      null,
      'mine',
      'This list is full (maximum: 20). Remove an entry first.',
    ]);
    await type('Word 1');
    expect([parent.emitted, box.value, problem()]).toEqual([null, '', undefined]);
  });

  it('A word that was not saved returns to the field.', async () => {
    const { fixture, parent, page, box, type } = await open();
    await type('mine');
    parent.problem.set('Not saved: the server did not answer.');
    await fixture.whenStable();
    expect(box.value).toBe('mine');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Not saved');
  });
});
