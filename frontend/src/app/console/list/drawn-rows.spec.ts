import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DrawnRows } from './drawn-rows';

@Component({
  selector: 'app-winners',
  imports: [DrawnRows],
  template: `<div appDrawnRows id="list">
    @for (name of names(); track name) {
      <div role="row">
        <button tabindex="-1">{{ name }}</button><button tabindex="-1">Release {{ name }}</button>
      </div>
    }
  </div>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Winners {
  readonly names = signal(['ann', 'bob', 'cat']);
}

describe('a list with one tab stop', () => {
  let fixture: ComponentFixture<Winners>;
  let list: HTMLElement;
  beforeEach(() => {
    fixture = TestBed.createComponent(Winners);
    document.body.append(fixture.nativeElement as Node);
    fixture.detectChanges();
    list = document.getElementById('list') ?? document.body;
    // jsdom does not know whether a key moved the focus, so the list always counts as `:focus-visible`.
    list.matches = () => true;
  });
  afterEach(() => fixture.destroy());

  const press = (...keys: string[]): string | null | undefined => {
    for (const key of keys) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }
    return document.activeElement?.textContent;
  };

  it('The list is the only tab stop, and hands the focus to its first row.', () => {
    const stops = [...list.querySelectorAll<HTMLElement>('*')].filter(({ tabIndex }) => tabIndex >= 0);
    expect([list.tabIndex, stops]).toEqual([0, []]);
    list.focus();
    expect(document.activeElement?.textContent).toBe('ann');
  });

  it('Up, Down, Home, and End move between rows in the same column, and Left and Right move within a row.', () => {
    list.focus();
    expect(press('ArrowDown')).toBe('bob');
    expect(press('ArrowRight')).toBe('Release bob');
    expect(press('ArrowRight')).toBe('Release bob');
    expect(press('ArrowDown')).toBe('Release cat');
    expect(press('ArrowDown')).toBe('Release cat');
    expect(press('Home')).toBe('Release ann');
    expect(press('End', 'ArrowLeft')).toBe('cat');
    expect(press('ArrowUp')).toBe('bob');
  });

  it('The focus returns to the last focused row, or to the first row if that row is gone.', () => {
    list.focus();
    press('ArrowDown');
    (document.activeElement as HTMLElement).blur();
    list.focus();
    expect(document.activeElement?.textContent).toBe('bob');
    fixture.componentInstance.names.set(['cat', 'dan']);
    fixture.detectChanges();
    list.focus();
    expect(document.activeElement?.textContent).toBe('cat');
  });

  it('Shift+Tab leaves the list without stopping at the list itself, which can be reached again afterward.', () => {
    list.focus();
    const back = new KeyboardEvent('keydown', {
      key: 'Tab',
      shiftKey: true,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(back);
    expect([list.tabIndex, back.defaultPrevented]).toEqual([-1, false]);
    (document.activeElement as HTMLElement).blur();
    expect(list.tabIndex).toBe(0);
  });
});
