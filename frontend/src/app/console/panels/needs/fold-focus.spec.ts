import { ConsoleBench } from '../../../../../testing/console-bench';

describe('focus in Needs you', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  it('After an unfolded group is dismissed, the next open row has the focus.', async () => {
    for (let i = 0; i < 4; i++) bench.server.addReview();
    for (let i = 0; i < 4; i++) bench.server.addComment(`zed${i}`, `90${i}`);
    await bench.open();
    document.body.append(bench.page);
    await bench.press(/Needs you/);
    const rows = (): HTMLElement[] => [
      ...bench.page.querySelectorAll<HTMLElement>('app-needs-you [role=row]'),
    ];
    rows()[0]?.focus();
    await bench.click(rows()[0]);
    expect(rows()).toHaveLength(6);
    rows()[0]?.focus();
    await bench.pressKey('x');
    await bench.advance(100);
    expect(rows()).toHaveLength(2);
    expect(document.activeElement).toBe(rows()[1]);
    expect(document.activeElement?.textContent).toContain('4 unknown numbers');
    bench.page.remove();
  });
});
