import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { IGNORED_CLICKS_MS, MisclickGuard } from './misclick-guard';

@Component({
  selector: 'app-steady-bench',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MisclickGuard],
  template: `<button [appMisclickGuard]="about()" (click)="pressed.push(about())">Release</button>`,
})
class Bench {
  readonly about = signal('bella');
  readonly pressed: string[] = [];
}

describe('a button whose row may change under the pointer', () => {
  let fixture: ComponentFixture<Bench>;
  let button: HTMLButtonElement;

  beforeEach(async () => {
    jest.useFakeTimers();
    fixture = TestBed.createComponent(Bench);
    // jsdom has no layout, so every button is at the corner, where the pointer rests.
    document.dispatchEvent(new MouseEvent('pointerdown', { clientX: 0, clientY: 0 }));
    await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS);
    await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS);
    button = (fixture.nativeElement as HTMLElement).querySelector('button') as HTMLButtonElement;
  });
  afterEach(() => jest.useRealTimers());

  it('The button acts on its subject, and ignores clicks for a moment after the subject changed.', async () => {
    button.click();
    fixture.componentInstance.about.set('tess');
    await jest.advanceTimersByTimeAsync(20);
    button.click();
    button.click();
    await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS);
    button.click();
    expect(fixture.componentInstance.pressed).toEqual(['bella', 'tess']);
  });

  it('A key that is held down counts as one press.', () => {
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, cancelable: true });
    button.dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
  });

  it('The button acts at once if the pointer comes from elsewhere.', async () => {
    document.dispatchEvent(new MouseEvent('pointermove', { clientX: 300, clientY: 300 }));
    fixture.componentInstance.about.set('tess');
    await jest.advanceTimersByTimeAsync(20);
    document.dispatchEvent(new MouseEvent('pointermove', { clientX: 0, clientY: 0 }));
    button.click();
    expect(fixture.componentInstance.pressed).toEqual(['tess']);
  });

  it('The button also waits for the keyboard if it had the focus when it changed.', async () => {
    document.dispatchEvent(new MouseEvent('pointermove', { clientX: 300, clientY: 300 }));
    button.focus();
    await jest.advanceTimersByTimeAsync(20);
    fixture.componentInstance.about.set('tess');
    await jest.advanceTimersByTimeAsync(20);
    button.click();
    expect(fixture.componentInstance.pressed).toEqual([]);
  });

  it('Clicks that continue after a change count for what was there before.', async () => {
    button.dispatchEvent(new MouseEvent('pointermove', { clientX: 0, clientY: 0, bubbles: true }));
    fixture.componentInstance.about.set('tess');
    await jest.advanceTimersByTimeAsync(20);
    for (let times = 0; times < 4; times++) {
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS - 100);
      button.click();
    }
    expect(fixture.componentInstance.pressed).toEqual([]);
    await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
    button.click();
    expect(fixture.componentInstance.pressed).toEqual(['tess']);
  });

  describe('a button that may be replaced by another one', () => {
    let other: HTMLButtonElement;
    let second: Bench;
    beforeEach(async () => {
      const beside = TestBed.createComponent(Bench);
      second = beside.componentInstance;
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
      other = (beside.nativeElement as HTMLElement).querySelector('button') as HTMLButtonElement;
    });
    const click = (target: HTMLButtonElement, x = 0, detail = 1): boolean =>
      target.dispatchEvent(
        new MouseEvent('click', { clientX: x, clientY: 0, detail, bubbles: true, cancelable: true }),
      );

    it('Further clicks at one spot count for the first button, as long as they continue.', async () => {
      click(button);
      for (let times = 0; times < 4; times++) {
        await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS - 100);
        click(other, 4, times + 2);
      }
      expect([fixture.componentInstance.pressed, second.pressed]).toEqual([['bella'], []]);
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
      click(other);
      expect(second.pressed).toEqual(['bella']);
    });

    it('A click elsewhere does not count for the first button.', () => {
      click(button);
      click(other, 60);
      expect(second.pressed).toEqual(['bella']);
    });

    it('The button waits if it appears under a resting pointer, but not if the pointer moves to it.', async () => {
      const enter = (x: number, pointerType = 'mouse'): boolean =>
        other.dispatchEvent(
          Object.assign(new MouseEvent('pointerenter', { clientX: x, clientY: 0 }), { pointerType }),
        );
      enter(3);
      click(other);
      expect(second.pressed).toEqual(['bella']);
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
      enter(0, 'touch');
      click(other);
      expect(second.pressed).toEqual(['bella', 'bella']);
      await jest.advanceTimersByTimeAsync(IGNORED_CLICKS_MS + 20);
      enter(0);
      click(other);
      expect(second.pressed).toEqual(['bella', 'bella']);
    });
  });
});
