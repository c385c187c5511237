import { kindOf, textOf, valueOf } from './setting-value';

describe('setting values', () => {
  it('The schema decides the kind of field.', () => {
    expect(kindOf({ type: 'string', writeOnly: true })).toBe('secret');
    expect(kindOf({ enum: ['a'] })).toBe('choice');
    expect(kindOf({ type: 'boolean' })).toBe('switch');
    expect(kindOf({ type: 'integer' })).toBe('number');
    expect(kindOf({ type: 'array', items: { type: 'string' } })).toBe('list');
    expect(kindOf({ type: 'string' })).toBe('text');
  });

  it('Clearing a field removes its value.', () => {
    expect(valueOf({ type: 'string' }, '  ')).toBeNull();
    expect(valueOf({ type: 'integer' }, '')).toBeNull();
  });

  it('Field text is converted to the type in the schema, and lists have one entry per line.', () => {
    expect(valueOf({ type: 'number' }, '2.5')).toBe(2.5);
    expect(valueOf({ enum: [1, 2] }, '2')).toBe(2);
    expect(valueOf({ type: 'array', items: { type: 'string' } }, 'a\n\n b ')).toEqual(['a', 'b']);
    expect(valueOf({ type: 'array', items: { type: 'integer' } }, '1\n2')).toEqual([1, 2]);
    expect(textOf(['a', 'b'])).toBe('a\nb');
    expect(textOf(undefined)).toBe('');
  });
});
