import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';
import { Notices } from './notices';

describe('undo offer', () => {
  let undoCount: number;
  const bar = (): HTMLElement | null =>
    TestBed.inject(OverlayContainer).getContainerElement().querySelector('app-undo-bar');
  const movePointer = (isOnBar: boolean) =>
    bar()?.dispatchEvent(new Event(isOnBar ? 'pointerenter' : 'pointerleave'));
  const moveFocus = (isOnBar: boolean) =>
    bar()
      ?.querySelector('button')
      ?.dispatchEvent(new Event(isOnBar ? 'focusin' : 'focusout', { bubbles: true }));

  beforeEach(async () => {
    jest.useFakeTimers();
    undoCount = 0;
    TestBed.inject(Notices).offerUndo(
      '@bella released from #104. @tess has it now',
      '#104 back to @bella; @tess waits at position 1',
      () => undoCount++,
    );
    await jest.advanceTimersByTimeAsync(100);
  });
  afterEach(() => jest.useRealTimers());

  it('The offer names the buyer who would lose the unit, and closes after 8 seconds.', async () => {
    expect(bar()?.textContent).toContain('Undo: #104 back to @bella; @tess waits at position 1');
    await jest.advanceTimersByTimeAsync(7_000);
    expect(bar()).not.toBeNull();
    await jest.advanceTimersByTimeAsync(1_500);
    expect(bar()).toBeNull();
    expect(undoCount).toBe(0);
  });

  it('The countdown stops while the pointer is on the offer, and then continues.', async () => {
    await jest.advanceTimersByTimeAsync(5_000);
    movePointer(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(bar()).not.toBeNull();
    movePointer(false);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(bar()).not.toBeNull();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(bar()).toBeNull();
  });

  it('The offer stays open while the pointer or the focus is on it.', async () => {
    for (const [first, second] of [
      [movePointer, moveFocus],
      [moveFocus, movePointer],
    ] as const) {
      first(true);
      second(true);
      first(false);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(bar()).not.toBeNull();
      second(false);
    }
  });

  it('The remaining time does not shrink when focus enters while the pointer is already on the offer.', async () => {
    await jest.advanceTimersByTimeAsync(5_000);
    movePointer(true);
    await jest.advanceTimersByTimeAsync(60_000);
    moveFocus(true);
    moveFocus(false);
    movePointer(false);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(bar()).not.toBeNull();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(bar()).toBeNull();
  });

  it('The button undoes the act only once.', () => {
    const button = bar()?.querySelector('button');
    button?.click();
    button?.click();
    expect(undoCount).toBe(1);
  });
});
