import { TestBed } from '@angular/core/testing';
import type { Item, UpdateItemRequest } from '@sellary/contracts';
import { flushPromises } from '../../../testing/session';
import { anItem } from '../../../testing/wire';
import { ItemRow } from './item-row';

describe("an item's row", () => {
  async function open(item: Item) {
    const changes: UpdateItemRequest[] = [];
    const failing = new Set<keyof UpdateItemRequest>();
    const fixture = TestBed.createComponent(ItemRow);
    const inputs = {
      item,
      mayEdit: true,
      hasWonColumn: false,
      tableHasCodes: item.variants !== undefined,
      update: (_: Item, change: UpdateItemRequest): Promise<void> => {
        changes.push(change);
        const fails = [...failing].some((field) => field in change);
        return fails ? Promise.reject(new Error('Refused.')) : Promise.resolve();
      },
      remove: () => Promise.resolve(),
      changePhoto: () => Promise.resolve(),
    };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    const row: HTMLElement = fixture.nativeElement;
    const box = (label: string): HTMLInputElement => {
      const found = row.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
      if (!found) throw new Error(`no field ${label}`);
      return found;
    };
    const settle = async (): Promise<void> => {
      await flushPromises();
      await fixture.whenStable();
    };
    const fillAndLeave = async (label: string, value: string): Promise<void> => {
      box(label).value = value;
      box(label).dispatchEvent(new Event('blur'));
      await settle();
    };
    const marked = (): string[] =>
      [...row.querySelectorAll<HTMLInputElement>('[aria-invalid=true]')].map(({ value }) => value);
    return { row, changes, failing, box, settle, fillAndLeave, marked };
  }

  it("A variant's changed code is sent without the row's quantities, which may be outdated.", async () => {
    const line = { totalQuantity: 2, claimedCount: 0, waitlistCount: 0, status: 'unclaimed' as const };
    const variants = [
      { ...line, name: 'S', sku: 'HAT-S' },
      { ...line, name: 'M' },
    ];
    const { row, changes, failing, fillAndLeave, marked } = await open(anItem('101', { variants }));
    failing.add('variantSku');
    await fillAndLeave('Code of #101, M', 'HAT-M');
    expect(changes).toEqual([{ variantSku: { name: 'M', sku: 'HAT-M' } }]);
    await fillAndLeave('Code of #101, S', 'HAT-S');
    expect(marked()).toEqual(['HAT-M']);
    await fillAndLeave('Code of #101, M', '');
    expect(row.querySelector('[role=alert]')).toBeNull();
    expect(changes).toHaveLength(1);
  });

  it('A changed list of variants is sent with the list before, so that the server keeps what others have changed.', async () => {
    const line = { totalQuantity: 2, claimedCount: 0, waitlistCount: 0, status: 'unclaimed' as const };
    const { changes, fillAndLeave } = await open(anItem('101', { variants: [{ ...line, name: 'S' }] }));
    await fillAndLeave('Variants of #101', 'S 2, M 1');
    expect(changes).toMatchObject([{ variants: [{ name: 'S' }, { name: 'M' }], variantsBefore: 'S 2' }]);
  });

  it('A title that was not saved stays marked when the user leaves another field, whether or not that field is saved.', async () => {
    const { row, changes, failing, box, settle, fillAndLeave, marked } = await open(anItem('101'));
    failing.add('title');
    await fillAndLeave('Title of #101', 'Blue dress');
    await fillAndLeave('Units of #101', '1');
    expect(marked()).toEqual(['Blue dress']);
    await fillAndLeave('Units of #101', '4');
    expect(changes.at(-1)).toEqual({ totalQuantity: 4 });
    expect(marked()).toEqual(['Blue dress']);
    await fillAndLeave('Units of #101', '1000');
    expect(row.querySelectorAll('[role=alert]')).toHaveLength(2);
    document.body.append(row);
    box('Title of #101').focus();
    box('Title of #101').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await settle();
    expect(box('Title of #101').value).toBe('Thing 101');
    expect(row.querySelectorAll('[role=alert]')).toHaveLength(1);
    row.remove();
  });
});
