import { ChangeDetectionStrategy, Component, Injector, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FixedRows } from './fixed-rows';
import { RowFocus } from './row-focus';

const ROWS = ['a', 'b', 'c'];

@Component({
  selector: 'app-rows',
  template: `<div id="list">
    <button data-index="0" data-key="a">a</button><button data-index="1" data-key="b">b</button
    ><button data-index="2" data-key="c">c</button>
  </div>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Rows {
  isDrawn = true;
  readonly focus = new RowFocus<string>(inject(Injector), new FixedRows(), {
    list: () => (this.isDrawn ? (document.getElementById('list') ?? undefined) : undefined),
    rows: () => ROWS,
    keyOf: (row) => row,
    rowHeight: () => 40,
  });
}

describe('list focus', () => {
  const createRows = () => {
    const fixture = TestBed.createComponent(Rows);
    document.body.append(fixture.nativeElement as Node);
    return fixture;
  };
  const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset['key'];

  it('A row already drawn gets the focus immediately.', () => {
    createRows().componentInstance.focus.moveTo(1);
    expect(focused()).toBe('b');
  });

  it('Keys pressed faster than rows are drawn continue from the target row.', async () => {
    const fixture = createRows();
    const { componentInstance: page } = fixture;
    page.isDrawn = false;
    page.focus.moveTo(0);
    for (let press = 0; press < 2; press++) page.focus.move(1);
    expect(document.activeElement).toBe(document.body);
    expect(page.focus.active()).toBe('c');
    page.isDrawn = true;
    fixture.changeDetectorRef.markForCheck();
    await fixture.whenStable();
    expect(focused()).toBe('c');
    expect(page.focus.active()).toBe('c');
  });

  it('A row drawn late does not take the focus from where the user has moved it.', async () => {
    const fixture = createRows();
    const { componentInstance: page } = fixture;
    const field = document.createElement('input');
    document.body.append(field);
    page.isDrawn = false;
    page.focus.moveTo(2);
    field.focus();
    expect(page.focus.active()).toBeNull();
    page.isDrawn = true;
    fixture.changeDetectorRef.markForCheck();
    await fixture.whenStable();
    expect(document.activeElement).toBe(field);
  });

  it('A row drawn late gets the focus if the user has not moved the focus in the meantime.', async () => {
    const fixture = createRows();
    const { componentInstance: page } = fixture;
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    page.isDrawn = false;
    page.focus.moveTo(2);
    page.isDrawn = true;
    fixture.changeDetectorRef.markForCheck();
    await fixture.whenStable();
    expect(focused()).toBe('c');
  });

  it('A drawn element whose row has moved does not get the focus of the row that is now at its index.', () => {
    const { focus } = createRows().componentInstance;
    focus.moveTo(0);
    document.querySelector<HTMLElement>('[data-key=b]')?.setAttribute('data-index', '2');
    document.querySelector<HTMLElement>('[data-key=c]')?.setAttribute('data-index', '1');
    focus.moveTo(1);
    expect(focused()).toBe('b');
  });

  it('A move by Infinity goes to the last row, and a move by -Infinity goes to the first.', () => {
    const { focus } = createRows().componentInstance;
    focus.moveTo(1);
    focus.move(Infinity);
    expect(focused()).toBe('c');
    focus.move(-Infinity);
    expect(focused()).toBe('a');
  });
});
