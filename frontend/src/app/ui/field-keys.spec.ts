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

describe('field keys', () => {
  function press(...presses: KeyboardEventInit[]): string[] {
    const fixture = TestBed.createComponent(FieldHost);
    const field = (fixture.nativeElement as HTMLElement).querySelector('input');
    for (const init of presses) field?.dispatchEvent(new KeyboardEvent('keydown', init));
    return fixture.componentInstance.emitted;
  }

  it('Enter and Escape are handled.', () => {
    expect(press({ key: 'a' }, { key: 'Enter' }, { key: 'Escape' })).toEqual(['enter', 'escape']);
  });

  it('Input method keys and keys pressed with Ctrl are ignored.', () => {
    expect(
      press(
        { key: 'Enter', isComposing: true },
        { key: 'Escape', keyCode: 229 },
        { key: 'Enter', ctrlKey: true },
      ),
    ).toEqual([]);
  });
});
