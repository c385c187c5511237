import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatSlideToggleHarness } from '@angular/material/slide-toggle/testing';
import { Keymap } from '../console/keys/keymap';
import { Sounds } from '../console/sounds/sounds';
import { KeySettings } from './key-settings';
import { SoundSettings } from './sound-settings';

describe('device settings', () => {
  let loader: HarnessLoader;
  let page: HTMLElement;
  beforeEach(() => localStorage.clear());

  function setPage<T>(fixture: ComponentFixture<T>): void {
    loader = TestbedHarnessEnvironment.loader(fixture);
    page = fixture.nativeElement as HTMLElement;
  }
  const keyButton = (label: RegExp): HTMLButtonElement => {
    const found = [...page.querySelectorAll('button')].find((button) =>
      label.test(button.getAttribute('aria-label') ?? ''),
    );
    if (!found) throw new Error(`no key for ${label}`);
    return found;
  };

  it('A command can be assigned another key, but not a key that is in use, and the default keys can be restored.', async () => {
    const fixture = TestBed.createComponent(KeySettings);
    setPage(fixture);
    await fixture.whenStable();
    const press = async (key: string): Promise<void> => {
      keyButton(/Undo my last change/).click();
      await fixture.whenStable();
      keyButton(/Undo my last change/).dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
      await fixture.whenStable();
    };
    await press('R');
    expect(page.querySelector('[role=alert]')?.textContent).toContain(
      'Shift+R is already used for: Release the selected claim',
    );
    await press('4');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Digits find items');
    await press('z');
    expect(keyButton(/Undo my last change/).textContent?.trim()).toBe('z');
    [...page.querySelectorAll('button')]
      .find(({ textContent }) => textContent?.includes('Reset all keys'))
      ?.click();
    await fixture.whenStable();
    expect(TestBed.inject(Keymap).keysOf('undo')).toBe('u');
  });

  it('All keyboard shortcuts can be turned off.', async () => {
    setPage(TestBed.createComponent(KeySettings));
    const toggle = await loader.getHarness(MatSlideToggleHarness);
    expect(await toggle.isChecked()).toBe(true);
    await toggle.toggle();
    expect(TestBed.inject(Keymap).isOn()).toBe(false);
    expect(page.querySelector('table')).toBeNull();
  });

  it('Sounds stay off until the user turns them on.', async () => {
    setPage(TestBed.createComponent(SoundSettings));
    const toggle = await loader.getHarness(MatSlideToggleHarness);
    expect(await toggle.isChecked()).toBe(false);
    expect(page.querySelector('input[type=range]')).toBeNull();
    await toggle.toggle();
    expect(TestBed.inject(Sounds).on()).toBe(true);
    expect(page.querySelector('input[type=range]')).not.toBeNull();
  });
});
