import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ActButton, ActPause } from './act-button';

const PAUSED = 'Changes are paused.';

@Component({
  selector: 'app-release',
  imports: [ActButton],
  template: `<form (submit)="$event.preventDefault(); submits = submits + 1">
    <button title="Release (R)" [appAct]="busy()">Release</button>
  </form>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Release {
  readonly busy = signal(false);
  submits = 0;
}

describe('a button that changes something on the server', () => {
  let fixture: ComponentFixture<Release>;
  let button: HTMLButtonElement;
  beforeEach(() => {
    fixture = TestBed.createComponent(Release);
    document.body.append(fixture.nativeElement as Node);
    fixture.detectChanges();
    button = (fixture.nativeElement as HTMLElement).querySelector('button') as HTMLButtonElement;
  });
  afterEach(() => {
    fixture.destroy();
    document.querySelectorAll('.cdk-overlay-container').forEach((element) => element.remove());
  });

  const pressAndCount = (): number => {
    button.click();
    return fixture.componentInstance.submits;
  };
  const notice = (): string => document.querySelector('mat-snack-bar-container')?.textContent ?? '';

  it('While the act is running, the button is unavailable and keeps focus.', () => {
    button.focus();
    fixture.componentInstance.busy.set(true);
    fixture.detectChanges();
    expect(pressAndCount()).toBe(0);
    expect([document.activeElement, button.getAttribute('aria-disabled')]).toEqual([button, 'true']);
    fixture.componentInstance.busy.set(false);
    fixture.detectChanges();
    expect([pressAndCount(), button.hasAttribute('aria-disabled'), notice()]).toEqual([1, false, '']);
  });

  it('While acts are paused, the tooltip, the description, and a notice after a press give the reason.', () => {
    const { reason } = TestBed.inject(ActPause);
    reason.set(PAUSED);
    fixture.detectChanges();
    button.dispatchEvent(new Event('pointerenter'));
    expect([button.title, button.getAttribute('aria-description')]).toEqual([PAUSED, PAUSED]);
    expect(pressAndCount()).toBe(0);
    expect(notice()).toContain(PAUSED);
    reason.set(null);
    fixture.detectChanges();
    button.dispatchEvent(new Event('pointerleave'));
    expect([button.title, pressAndCount()]).toEqual(['Release (R)', 1]);
  });
});
