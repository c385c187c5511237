import { TestBed } from '@angular/core/testing';
import { Hotkeys, type KeyTarget } from './hotkeys';
import { type CommandId, Keymap, isBindable, keyName } from './keymap';

describe('keys', () => {
  const calls: string[] = [];
  const target: KeyTarget = {
    run: (id) => void calls.push(id),
    goToItem: (number) => void calls.push(`go ${number}`),
    goToCode: (code) => void calls.push(`scanned ${code}`),
    escape: () => void calls.push('escape'),
    find: () => void calls.push('find'),
  };

  function press(
    key: string,
    change: KeyboardEventInit = {},
    on: EventTarget = document.body,
  ): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...change });
    on.dispatchEvent(event);
    // A person needs longer than this to press the next key; a scanner does not.
    jest.advanceTimersByTime(60);
    return event;
  }
  /** Types like a scanner, without a pause. */
  function scan(code: string): KeyboardEvent[] {
    return [...code, 'Enter'].map((key) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event;
    });
  }

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    calls.length = 0;
    TestBed.configureTestingModule({ providers: [Hotkeys] });
    TestBed.inject(Hotkeys).listen(target);
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it.each<[string, CommandId]>([
    ['/', 'search'],
    ['R', 'release'],
    ['W', 'withdraw'],
    ['.', 'next'],
    ['?', 'help'],
    ['u', 'undo'],
  ])('The key %s runs the command %s.', (key, command) => {
    expect(press(key).defaultPrevented).toBe(true);
    expect(calls).toEqual([command]);
  });

  it('The g key briefly waits for a second letter.', () => {
    press('g');
    press('i');
    press('g');
    jest.advanceTimersByTime(2_000);
    press('i');
    press('g');
    press('q');
    expect(calls).toEqual(['items']);
  });

  it('Digits are collected until Enter, Backspace removes one, and Escape clears them.', () => {
    for (const key of '1 0 4 Enter 1 0 5 Backspace 6 Enter 9 Escape Enter'.split(' ')) press(key);
    expect(calls).toEqual(['go 104', 'go 106']);
    press('Escape');
    expect(calls.at(-1)).toBe('escape');
  });

  it.each(['A-204X', 'rRuwy', '204X', 'n204', 'U21'])('The scanned code %s only opens its item.', (code) => {
    const events = scan(code);
    jest.advanceTimersByTime(1_000);
    expect(calls).toEqual([`scanned ${code}`]);
    expect(events.at(-1)?.defaultPrevented).toBe(true);
    expect(TestBed.inject(Hotkeys).digits()).toBe('');
    press('u');
    expect(calls.at(-1)).toBe('undo');
  });

  it('A scanned code with only digits is an item number, as if a person had typed it.', () => {
    scan('4006381333931');
    expect(calls).toEqual(['go 4006381333931']);
  });

  it('A key acts before the next key moves the selection, even if the next key follows immediately.', () => {
    const down = (key: string): boolean =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    down('R');
    expect(calls).toEqual([]);
    down('ArrowDown');
    expect(calls).toEqual(['release']);
  });

  it('If the selected row disappears before a key acts, row keys do nothing, and all other keys still work.', () => {
    for (const key of ['R', 'y', '?', 'u']) {
      const row = document.body.appendChild(document.createElement('button'));
      row.focus();
      row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      row.remove();
      jest.advanceTimersByTime(1_000);
    }
    expect(calls).toEqual(['help', 'undo']);
  });

  it('Keys are ignored on auto-repeat, while composing, in a field, or with Ctrl or Meta. Space is always ignored.', () => {
    const field = document.body.appendChild(document.createElement('input'));
    press('u', { repeat: true });
    press('u', { isComposing: true });
    press('u', { ctrlKey: true });
    press('u', { metaKey: true });
    press('u', {}, field);
    press('7', {}, field);
    press(' ');
    field.remove();
    expect(calls).toEqual([]);
    expect(TestBed.inject(Hotkeys).digits()).toBe('');
  });

  it('On a keyboard without Latin letters, keys and digits are recognized by position.', () => {
    press('ย', { code: 'KeyU' });
    press('ฑ', { code: 'KeyR', shiftKey: true });
    press('เ', { code: 'KeyG' });
    press('ร', { code: 'KeyI' });
    for (const [key, code] of [
      ['ๅ', 'Digit1'],
      ['จ', 'Digit0'],
      ['/', 'Digit2'],
    ] as const) {
      press(key, { code });
    }
    press('Enter', { code: 'Enter' });
    expect(calls).toEqual(['undo', 'release', 'items', 'go 102']);
  });

  it('A character that no command uses is recognized by position, but only on a keyboard without Latin letters.', () => {
    press('ד', { code: 'KeyS' });
    press("'", { code: 'KeyW' });
    press('/', { code: 'KeyQ' });
    press('e', { code: 'KeyF' });
    press("'", { code: 'KeyN' });
    expect(calls).toEqual(['show', 'first', 'search', 'edit']);
  });

  it('A command can be bound to a letter from another script.', () => {
    TestBed.inject(Keymap).bind('undo', 'ฟ');
    press('ฟ', { code: 'KeyA' });
    expect(calls).toEqual(['undo']);
  });

  it('A command can be bound to another key, which is stored on this device, but not to a key already in use.', () => {
    const keymap = TestBed.inject(Keymap);
    expect(keymap.bind('undo', 'z')).toBeNull();
    expect(keymap.bind('release', 'z')).toBe('Undo my last change');
    expect(keymap.bind('release', 'g')).toBe('Go to items');
    press('u');
    press('z');
    expect(calls).toEqual(['undo']);
    TestBed.resetTestingModule();
    expect(TestBed.inject(Keymap).keysOf('undo')).toBe('z');
  });

  it('All keys except Escape can be switched off.', () => {
    TestBed.inject(Keymap).setOn(false);
    for (const key of ['u', '1', 'Enter', 'Escape']) press(key);
    expect(calls).toEqual(['escape']);
  });

  it('Keys have readable names, and digits and Space cannot be bound.', () => {
    expect([keyName('R'), keyName('g i'), keyName('?')]).toEqual(['Shift+R', 'g then i', '?']);
    expect(['q', '!', ' ', '4', 'Enter'].map(isBindable)).toEqual([true, true, false, false, false]);
  });
});
