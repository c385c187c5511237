import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FieldKeys } from './field-keys';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldKeys],
  template: `<input appFieldKeys (entered)="emitted.push('enter')" (escaped)="emitted.push('escape')" />`,
})
class FieldHost {
  readonly emitted: string[] = [];
}

describe('the keys of a field', () => {
  function press(...presses: KeyboardEventInit[]): string[] {
    const fixture = TestBed.createComponent(FieldHost);
    const field = (fixture.nativeElement as HTMLElement).querySelector('input');
    for (const init of presses) field?.dispatchEvent(new KeyboardEvent('keydown', init));
    return fixture.componentInstance.emitted;
  }

  it('Enter and Escape are handled.', () => {
    expect(press({ key: 'a' }, { key: 'Enter' }, { key: 'Escape' })).toEqual(['enter', 'escape']);
  });

  it('Keys that belong to an input method, and keys with Ctrl, are ignored.', () => {
    expect(
      press(
        { key: 'Enter', isComposing: true },
        { key: 'Escape', keyCode: 229 },
        { key: 'Enter', ctrlKey: true },
      ),
    ).toEqual([]);
  });
});
