import type { BasketSettingsView, Role } from '@sellary/contracts';
import { PageBench } from '../../../../testing/page-bench';
import { BasketSettingsPage } from './basket-settings';

const SETTINGS: BasketSettingsView = {
  openBox: false,
  closeBoxAfterDays: 0,
  hold: { hours: 0, atEnd: 'nothing' },
  howToPay: 'Cash, {code}',
  templates: { es: 'Hola {name}' },
  language: 'en',
  defaultTemplates: { en: 'Hi {name}\n{extras}\n{howToPay}' },
};

describe('basket settings', () => {
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  async function open(role: Role = 'admin'): Promise<void> {
    await bench.open(BasketSettingsPage, role);
    await bench.answer('/api/baskets/settings', SETTINGS);
  }
  async function answerRead(stored: Partial<BasketSettingsView> = {}): Promise<void> {
    await bench.answer({ method: 'GET', url: '/api/baskets/settings' }, { ...SETTINGS, ...stored });
  }
  const expectSaved = (change: Partial<BasketSettingsView>) => {
    const call = bench.http.expectOne(({ method }) => method === 'PATCH');
    expect(call.request.body).toEqual(change);
    call.flush({ ...SETTINGS, ...change });
    return bench.render();
  };
  const template = (): HTMLTextAreaElement =>
    bench.page.querySelector('[aria-label="Template text"]') as HTMLTextAreaElement;
  const write = (text: string) => bench.enter(template(), text);

  it('The time to pay and what happens when it ends are saved together.', async () => {
    await open();
    const hours = bench.page.querySelector<HTMLInputElement>('[aria-describedby=hours-hint]');
    await bench.enter(hours, '48', 'blur');
    await answerRead();
    await expectSaved({ hold: { hours: 48, atEnd: 'nothing' } });
    const end = bench.page.querySelector('select') as HTMLSelectElement;
    await bench.enter(end, 'release', 'change');
    await answerRead({ hold: { hours: 48, atEnd: 'nothing' } });
    await expectSaved({ hold: { hours: 48, atEnd: 'release' } });
    expect(bench.text()).toContain('Unpaid units will be released automatically');
  });

  it('A time to pay that is too long is not sent, and stays in the field with the limits.', async () => {
    await open();
    const hours = bench.page.querySelector<HTMLInputElement>('[aria-describedby=hours-hint]');
    await bench.enter(hours, '2161', 'blur');
    bench.http.expectNone(() => true);
    expect(hours?.value).toBe('2161');
    expect(hours?.getAttribute('aria-invalid')).toBe('true');
    expect(bench.text()).toContain('Enter a whole number from 0 to 2,160');
    await bench.enter(hours, '0', 'blur');
    expect(bench.text()).not.toContain('Enter a whole number');
  });

  it('A template with an unknown placeholder is not saved, and a change to one template keeps the others.', async () => {
    await open();
    expect(bench.text()).toContain('Hi Anna Shipping: 4.90 Cash, 7Q3F0C2A9B');
    await write('Hi {nmae}');
    expect(bench.text()).toContain('{nmae} is not a placeholder.');
    await bench.press('Save template');
    bench.http.expectNone(({ method }) => method === 'PATCH');
    await write('Dear ');
    template().setSelectionRange(5, 5);
    await bench.press('{name}');
    await bench.press('Save template');
    await answerRead();
    await expectSaved({ templates: { es: 'Hola {name}', en: 'Dear {name}' } });
    await bench.press('Restore the default template');
    await answerRead({ templates: { es: 'Hola {name}', en: 'Dear {name}' } });
    await expectSaved({ templates: { es: 'Hola {name}' } });
  });

  it('A template that is changed again while it is being saved stays as typed, until the default is restored.', async () => {
    await open();
    await write('Dear {name}');
    await bench.press('Save template');
    await answerRead();
    await write('Dear {name}, thanks!');
    const templates = { es: 'Hola {name}', en: 'Dear {name}' };
    await expectSaved({ templates });
    expect(template().value).toBe('Dear {name}, thanks!');
    await bench.press('Restore the default template');
    await answerRead({ templates });
    await expectSaved({ templates: { es: 'Hola {name}' } });
    expect(template().value).toBe('Hi {name}\n{extras}\n{howToPay}');
  });

  it("A change keeps another admin's changes, and waits until the previous change is saved.", async () => {
    await open();
    await write('Dear {name}');
    await bench.press('Save template');
    const hours = bench.page.querySelector<HTMLInputElement>('[aria-describedby=hours-hint]');
    await bench.enter(hours, '48', 'blur');
    await answerRead({ templates: { es: 'Hola', th: 'สวัสดี' } });
    await expectSaved({ templates: { es: 'Hola', th: 'สวัสดี', en: 'Dear {name}' } });
    await answerRead({ hold: { hours: 24, atEnd: 'remind' } });
    await expectSaved({ hold: { hours: 48, atEnd: 'remind' } });
  });

  it('A choice that was not saved is replaced with the stored one.', async () => {
    await open();
    const [perShow, openBox] = [...bench.page.querySelectorAll<HTMLInputElement>('[name=box]')];
    for (const _ of ['the first attempt', 'the next attempt']) {
      await bench.click(openBox);
      await bench.drop(({ method }) => method === 'PATCH');
      expect([perShow?.checked, openBox?.checked]).toEqual([true, false]);
    }
    const language = bench.page.querySelector<HTMLSelectElement>('app-text-settings select');
    await bench.enter(language, 'es', 'change');
    await bench.drop(({ method }) => method === 'PATCH');
    expect(language?.value).toBe('en');
  });

  it('The preview formats the date and the amounts for the template’s language, as in the text for buyers.', async () => {
    await open();
    await write('Pay {total} by {holdEnds}');
    const year = new Date().getFullYear();
    expect(bench.text()).toContain(`Pay 49.80 by Dec 24, ${year}, 8:00 PM`);
    const language = [...bench.page.querySelectorAll('select')].at(-1) as HTMLSelectElement;
    await bench.enter(language, 'es', 'change');
    await write('Pague {total} antes del {holdEnds}');
    expect(bench.text()).toContain(`Pague 49,80 antes del 24 dic ${year}, 20:00`);
  });

  it('An operator can read the settings but cannot change them.', async () => {
    await open('operator');
    expect(bench.text()).toContain('Only admins and owners can change these settings.');
    expect([...bench.page.querySelectorAll('input, textarea')].every((box) => box.matches(':disabled'))).toBe(
      true,
    );
  });
});
