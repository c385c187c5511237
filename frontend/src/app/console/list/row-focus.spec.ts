import { ChangeDetectionStrategy, Component, Injector, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RowFocus } from './row-focus';

@Component({
  selector: 'app-rows',
  template: `<button id="row-0">a</button><button id="row-1">b</button><button id="row-2">c</button>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Rows {
  drawn = true;
  readonly focus = new RowFocus(inject(Injector), (index) =>
    this.drawn ? document.getElementById(`row-${index}`) : null,
  );
}

describe('the focus of a list', () => {
  afterEach(() => document.querySelectorAll('app-rows').forEach((rows) => rows.remove()));

  it('A row that is drawn gets the focus at once.', () => {
    const fixture = TestBed.createComponent(Rows);
    document.body.append(fixture.nativeElement as Node);
    fixture.componentInstance.focus.focusRow(1);
    expect(document.activeElement?.id).toBe('row-1');
  });

  it('Keys that come faster than rows are drawn continue from the target row.', async () => {
    const fixture = TestBed.createComponent(Rows);
    document.body.append(fixture.nativeElement as Node);
    const { focus } = fixture.componentInstance;
    fixture.componentInstance.drawn = false;
    for (let press = 0; press < 3; press++) focus.focusRow(focus.currentIndex(-1) + 1);
    expect(document.activeElement).toBe(document.body);
    fixture.componentInstance.drawn = true;
    fixture.changeDetectorRef.markForCheck();
    await fixture.whenStable();
    expect(document.activeElement?.id).toBe('row-2');
    expect(focus.currentIndex(2)).toBe(2);
  });
});
