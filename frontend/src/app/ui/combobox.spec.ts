import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Combobox } from './combobox';

const NAMES = ['Mute sounds', 'Pause', 'maria.b'];

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Combobox],
  template: `
    <app-combobox
      label="Find"
      [options]="matches()"
      [marksFirst]="true"
      [(text)]="text"
      (chosen)="choices.push($event)"
    >
      <ng-template #suggestion let-name>{{ name }}</ng-template>
    </app-combobox>
  `,
})
class Host {
  readonly text = signal('');
  readonly matches = computed(() => NAMES.filter((name) => name.toLowerCase().startsWith(this.text())));
  readonly choices: string[] = [];
}

describe('a text field with suggestions', () => {
  it('Enter chooses a suggestion for the whole text, even if the suggestions for the last letters are not rendered yet.', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const box = (fixture.nativeElement as HTMLElement).querySelector('input') as HTMLInputElement;
    for (const text of ['m', 'ma', 'mar']) {
      box.value = text;
      box.dispatchEvent(new Event('input'));
    }
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    expect(fixture.componentInstance.choices).toEqual(['maria.b']);
  });
});
