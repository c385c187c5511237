import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatSlideToggleHarness } from '@angular/material/slide-toggle/testing';
import { DEFAULT_RULES } from '@sellary/contracts';
import { setField } from '../../../testing/fields';
import { PageBench } from '../../../testing/page-bench';
import { Keymap } from '../console/keys/keymap';
import { Sounds } from '../console/sounds/sounds';
import { KeySettings } from './key-settings';
import { Settings } from './settings';
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

  it('A key can be changed with the mouse in a browser that does not focus a clicked button.', async () => {
    const fixture = TestBed.createComponent(KeySettings);
    setPage(fixture);
    // Only an element in the document can have focus.
    document.body.append(page);
    await fixture.whenStable();
    for (const command of [/Release the selected claim/, /Undo my last change/]) {
      keyButton(command).click();
      await fixture.whenStable();
    }
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', cancelable: true }));
    await fixture.whenStable();
    expect(keyButton(/Undo my last change/).textContent?.trim()).toBe('z');
    expect(TestBed.inject(Keymap).keysOf('undo')).toBe('z');
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

describe('workspace settings', () => {
  const url = '/api/workspaces/workspace-1';

  let bench: PageBench;

  beforeEach(async () => {
    bench = new PageBench();
    await bench.open(Settings, 'owner');
    await bench.answer('/api/rule-choices', { policies: [], grammars: [] });
    await bench.answer(url, {
      id: 'workspace-1',
      name: 'Boutique',
      rules: DEFAULT_RULES,
      settings: { ...DEFAULT_RULES, currency: null, pollIntervalSeconds: 5, retentionDays: null },
    });
  });
  afterEach(() => bench.close());

  it('A missing name and a number outside the limits are not sent, and stay in the field with the reason.', async () => {
    for (const [selector, value, reason] of [
      ['input[maxlength="100"]', ' ', 'Name is required'],
      ['[aria-describedby=retention-hint]', '5', 'Enter a whole number from 90 to 36,500'],
      ['[aria-describedby=retention-hint]', '90.5', 'Enter a whole number from 90 to 36,500'],
    ] as const) {
      const box = bench.page.querySelector<HTMLInputElement>(selector);
      if (box === null) throw new Error('a field is missing');
      const stored = box.value;
      await bench.enter(box, value, 'blur');
      expect([box.value, box.getAttribute('aria-invalid')]).toEqual([value, 'true']);
      expect(bench.page.querySelector('[role=alert]')?.textContent).toBe(reason);
      await bench.enter(box, stored, 'blur');
      expect(bench.page.querySelector('[role=alert]')).toBeNull();
    }
    bench.http.verify();
  });

  it('Rules are saved one after another, each applied to the rules that the server has at that time.', async () => {
    const setDelay = (index: number, seconds: string): void => {
      const box = bench.page.querySelectorAll<HTMLInputElement>('app-viewer-delays input')[index];
      if (box === undefined) throw new Error('a field is missing');
      setField(box, seconds, 'change');
    };
    setDelay(0, '3');
    setDelay(1, '8');
    let stored: object = { tiktok: 5 };
    for (const added of [{ facebook: 3 }, { instagram: 8 }]) {
      await bench.render();
      const rules = { method: 'GET', url: `${url}/rules` };
      await bench.answer(rules, { ...DEFAULT_RULES, viewerDelaySeconds: stored });
      const save = bench.http.expectOne({ method: 'PATCH', url: `${url}/rules` });
      stored = { ...stored, ...added };
      expect(save.request.body).toEqual({ viewerDelaySeconds: stored });
      save.flush({ ...DEFAULT_RULES, viewerDelaySeconds: stored });
    }
    await bench.render();
    bench.http.verify();
  });
});
