import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { LazyDialogs } from './lazy-dialogs';
import { Notices } from './notices';

@Component({ template: 'Hello', changeDetection: ChangeDetectionStrategy.OnPush })
class Greeting {}

@Component({ template: '<input />', changeDetection: ChangeDetectionStrategy.OnPush })
class Question {}

describe('lazy-loaded dialogs', () => {
  it('While the code is loading, a second dialog does not open.', async () => {
    const dialogs = TestBed.inject(LazyDialogs);
    let finishLoading = (): void => undefined;
    const code = new Promise<typeof Greeting>((resolve) => (finishLoading = () => resolve(Greeting)));
    const first = dialogs.open(() => code, {});
    expect(dialogs.isOpen).toBe(true);
    expect(await dialogs.open(() => Promise.resolve(Greeting), {})).toBeNull();
    finishLoading();
    expect((await first)?.componentInstance).toBeInstanceOf(Greeting);
    expect([dialogs.isOpen, TestBed.inject(MatDialog).openDialogs.length]).toEqual([true, 1]);
  });

  it("A dialog's field gets the focus at once, not after the opening animation.", async () => {
    await TestBed.inject(LazyDialogs).open(() => Promise.resolve(Question), {});
    expect(document.querySelector('.mdc-dialog--open')).toBeNull();
    TestBed.tick();
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  it('If the code cannot be loaded, an error is shown, and the next attempt loads the code.', async () => {
    const dialogs = TestBed.inject(LazyDialogs);
    const fail = jest.spyOn(TestBed.inject(Notices), 'fail');
    const loadError = new TypeError('Failed to fetch dynamically imported module');
    expect(await dialogs.open(() => Promise.reject(loadError), {})).toBeNull();
    expect(fail).toHaveBeenCalledWith(loadError);
    expect(await dialogs.open(() => Promise.resolve(Greeting), {})).not.toBeNull();
  });
});
