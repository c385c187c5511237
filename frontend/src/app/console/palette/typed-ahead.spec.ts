import { TypedAhead } from './typed-ahead';

describe('keys pressed while the palette opens', () => {
  const press = (key: string, change: KeyboardEventInit = {}): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...change });
    document.body.dispatchEvent(event);
    return event;
  };
  const createField = (): { field: HTMLInputElement; seen: string[] } => {
    const field = document.body.appendChild(document.createElement('input'));
    const seen: string[] = [];
    field.addEventListener('input', () => seen.push(field.value));
    field.addEventListener('keydown', ({ key }) => seen.push(key));
    return { field, seen };
  };

  it('The keys reach only the field, in order.', () => {
    const typed = new TypedAhead(document);
    const onBody = jest.fn();
    document.body.addEventListener('keydown', onBody, { once: true });
    for (const key of ['1', '3', 'Backspace', '2', 'Enter']) expect(press(key).defaultPrevented).toBe(true);
    expect(onBody).not.toHaveBeenCalled();
    const { field, seen } = createField();
    typed.typeInto(field);
    expect(document.activeElement).toBe(field);
    expect(seen).toEqual(['12', 'Enter']);
    expect(press('5').defaultPrevented).toBe(false);
  });

  it('Escape discards the keys before it, and keys after Enter are dropped.', () => {
    const typed = new TypedAhead(document);
    for (const key of ['u', 'n', 'Enter', 'Escape', '7', 'Enter', '8']) press(key);
    const { field, seen } = createField();
    typed.typeInto(field);
    expect(seen).toEqual(['7', 'Enter']);
  });

  it('Key combinations are not collected.', () => {
    const typed = new TypedAhead(document);
    expect(press('k', { ctrlKey: true }).defaultPrevented).toBe(false);
    const { field, seen } = createField();
    typed.typeInto(field);
    expect(seen).toEqual([]);
  });
});
