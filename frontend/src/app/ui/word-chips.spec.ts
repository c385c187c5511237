import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { WordChips } from './word-chips';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordChips],
  template: `<app-word-chips label="claim word" [words]="words()" [problem]="problem()" (changed)="asked = $event" />`,
})
class Owner {
  readonly words = signal(['sold']);
  readonly problem = signal<string | null>(null);
  asked: string[] | null = null;
}

describe('words as chips', () => {
  async function open() {
    const fixture = TestBed.createComponent(Owner);
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
    return { fixture, owner: fixture.componentInstance, page, box, type };
  }

  it('offers a new word once, and none that is there already', async () => {
    const { owner, box, type } = await open();
    await type(' MINE ');
    expect([owner.asked, box.value]).toEqual([['sold', 'MINE'], '']);
    owner.asked = null;
    await type('Sold');
    expect(owner.asked).toBeNull();
  });

  it('gives a word that was not saved back to the field', async () => {
    const { fixture, owner, page, box, type } = await open();
    await type('mine');
    owner.problem.set('Not saved: the server did not answer.');
    await fixture.whenStable();
    expect(box.value).toBe('mine');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Not saved');
  });
});
