import { ScanDetector } from './scan-detector';

const scannedCode = (text: string, pauseMs: number, enterPauseMs = pauseMs): string | null => {
  const detector = new ScanDetector();
  let at = 1_000;
  for (const key of text) detector.press(key, (at += pauseMs));
  return detector.press('Enter', at + enterPauseMs);
};

describe('A scanner is distinguished from a person', () => {
  it('A code typed at scanner speed and ended with Enter was scanned.', () => {
    expect(scannedCode('4006381333931', 12)).toBe('4006381333931');
    expect(scannedCode('SKU-12/AB', 30)).toBe('SKU-12/AB');
  });

  it('Text typed by a person does not count as scanned, however fast it was typed.', () => {
    expect(scannedCode('123456', 80)).toBeNull();
    expect(scannedCode('12345678', 60, 20)).toBeNull();
  });

  it('Words do not count as scanned, however fast a program typed them.', () => {
    expect(scannedCode('Blue dress', 5)).toBeNull();
    expect(scannedCode('121 Dress', 5)).toBeNull();
    expect(scannedCode('accessories', 5)).toBeNull();
  });

  it('A short burst, or a burst without Enter right after it, was not scanned.', () => {
    expect(scannedCode('123', 10)).toBeNull();
    expect(scannedCode('12345678', 10, 500)).toBeNull();
  });

  it('Only what the scanner typed is the code, not what was typed before.', () => {
    const detector = new ScanDetector();
    let at = 0;
    for (const key of '121 Dress') detector.press(key, (at += 150));
    at += 800;
    for (const key of '4006381333931') detector.press(key, (at += 10));
    expect(detector.press('Enter', at + 10)).toBe('4006381333931');
    expect(detector.press('Enter', at + 20)).toBeNull();
  });

  it('A code is recognized even if a busy page delays one of its keys.', () => {
    const detector = new ScanDetector();
    let at = 0;
    for (const [index, key] of [...'4006381333931'].entries()) {
      detector.press(key, (at += index === 4 ? 130 : 10));
    }
    expect(detector.press('Enter', at + 10)).toBe('4006381333931');
  });

  it('Shift, which a scanner holds for capital letters, does not interrupt a code.', () => {
    const detector = new ScanDetector();
    let at = 0;
    for (const key of ['Shift', 'A', 'Shift', 'B', '1', '2', '3', '4']) detector.press(key, (at += 8));
    expect(detector.press('Enter', at + 8)).toBe('AB1234');
  });

  it('Only the first character of a possible code begins one, not the Shift key after it.', () => {
    const detector = new ScanDetector();
    const begins = ['Shift', 'A', 'Shift', 'B', '1'].map((key, index) => {
      detector.press(key, 1_000 + 8 * index);
      return detector.hasJustBegun;
    });
    expect(begins).toEqual([false, true, false, false, false]);
  });
});
