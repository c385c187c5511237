import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { IGNORED_CLICKS_MS, MisclickGuard } from './misclick-guard';

@Component({
  selector: 'app-guard-bench',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MisclickGuard],
  template: `<button [appMisclickGuard]="subject()" (click)="presses.push(subject())">Release</button>`,
})
class Bench {
  readonly subject = signal('bella');
  readonly presses: string[] = [];
}

describe('a button whose row may change under the pointer', () => {
  let fixture: ComponentFixture<Bench>;
  let button: HTMLButtonElement;

  beforeEach(async () => {
    jest.useFakeTimers();
    fixture = TestBed.createComponent(Bench);
    // jsdom has no layout, so every button is at (0, 0), where the pointer rests.
    document.dispatchEvent(new MouseEvent('pointerdown', { clientX: 0, clientY: 0 }));
    await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
    button = (fixture.nativeElement as HTMLElement).querySelector('button') as HTMLButtonElement;
  });
  afterEach(() => jest.useRealTimers());

  it('The button acts on its subject, and ignores clicks for a moment after the subject changes.', async () => {
    button.click();
    fixture.componentInstance.subject.set('tess');
    await jest.advanceTimersByTimeAsync(20);
    button.click();
    button.click();
    await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS);
    button.click();
    expect(fixture.componentInstance.presses).toEqual(['bella', 'tess']);
  });

  it('A key that is held down counts as one press.', () => {
    const repeated = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, cancelable: true });
    button.dispatchEvent(repeated);
    expect(repeated.defaultPrevented).toBe(true);
  });

  it('The button acts immediately if the pointer comes from elsewhere.', async () => {
    document.dispatchEvent(new MouseEvent('pointermove', { clientX: 300, clientY: 300 }));
    fixture.componentInstance.subject.set('tess');
    await jest.advanceTimersByTimeAsync(20);
    document.dispatchEvent(new MouseEvent('pointermove', { clientX: 0, clientY: 0 }));
    button.click();
    expect(fixture.componentInstance.presses).toEqual(['tess']);
  });

  it('The button also ignores the keyboard for a moment if it had focus when its subject changed.', async () => {
    document.dispatchEvent(new MouseEvent('pointermove', { clientX: 300, clientY: 300 }));
    button.focus();
    await jest.advanceTimersByTimeAsync(20);
    fixture.componentInstance.subject.set('tess');
    await jest.advanceTimersByTimeAsync(20);
    button.click();
    expect(fixture.componentInstance.presses).toEqual([]);
  });

  it('Clicks that continue after the subject changes are ignored until they pause.', async () => {
    button.dispatchEvent(new MouseEvent('pointermove', { clientX: 0, clientY: 0, bubbles: true }));
    fixture.componentInstance.subject.set('tess');
    await jest.advanceTimersByTimeAsync(20);
    for (let times = 0; times < 4; times++) {
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS - 100);
      button.click();
    }
    expect(fixture.componentInstance.presses).toEqual([]);
    await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
    button.click();
    expect(fixture.componentInstance.presses).toEqual(['tess']);
  });

  describe('a button that may be replaced by another one', () => {
    let other: HTMLButtonElement;
    let otherBench: Bench;
    beforeEach(async () => {
      const otherFixture = TestBed.createComponent(Bench);
      otherBench = otherFixture.componentInstance;
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
      other = (otherFixture.nativeElement as HTMLElement).querySelector('button') as HTMLButtonElement;
    });
    const click = (target: HTMLButtonElement, x = 0, detail = 1): boolean =>
      target.dispatchEvent(
        new MouseEvent('click', { clientX: x, clientY: 0, detail, bubbles: true, cancelable: true }),
      );

    it('While clicks at one spot continue, they do not press the button that replaced the first one.', async () => {
      click(button);
      for (let times = 0; times < 4; times++) {
        await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS - 100);
        click(other, 4, times + 2);
      }
      expect([fixture.componentInstance.presses, otherBench.presses]).toEqual([['bella'], []]);
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
      click(other);
      expect(otherBench.presses).toEqual(['bella']);
    });

    it('A click elsewhere presses the other button immediately.', () => {
      click(button);
      click(other, 60);
      expect(otherBench.presses).toEqual(['bella']);
    });

    it('A button that appears under a resting pointer ignores clicks, but not if the pointer moves to it.', async () => {
      const enter = (x: number, pointerType = 'mouse'): boolean =>
        other.dispatchEvent(
          Object.assign(new MouseEvent('pointerenter', { clientX: x, clientY: 0 }), { pointerType }),
        );
      enter(3);
      click(other);
      expect(otherBench.presses).toEqual(['bella']);
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
      enter(0, 'touch');
      click(other);
      expect(otherBench.presses).toEqual(['bella', 'bella']);
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
      enter(0);
      click(other);
      expect(otherBench.presses).toEqual(['bella', 'bella']);
    });
  });
});
