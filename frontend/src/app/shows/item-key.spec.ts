import { itemKey } from './item-key';
import { nextNumber } from './next-number';

describe('item keys', () => {
  it.each([
    ['#007', '7'],
    ['0', '0'],
    ['000', '0'],
    ['a-12', 'A12'],
    ['A 012', 'A12'],
    ['1-2', '1-2'],
    ['1.2', '1-2'],
    [' 104 ', '104'],
    ['１０４', '104'],
  ])('The key of “%s” is %s.', (text, key) => {
    expect(itemKey(text)).toBe(key);
  });
});

describe('next item number', () => {
  it.each([
    [[], '1'],
    [['101', '102'], '103'],
    [['A009'], 'A010'],
    [['007'], '008'],
    [['dress'], ''],
  ])('The number suggested after %j is %j.', (numbers, next) => {
    expect(nextNumber(numbers)).toBe(next);
  });
});
