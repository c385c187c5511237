import { parseVariantList, variantListText } from '@sellary/contracts';

describe('A list of variants', () => {
  const pairs = (text: string): unknown => {
    const list = parseVariantList(text);
    return 'variants' in list ? list.variants.map((variant) => [variant.name, variant.totalQuantity]) : list;
  };

  it.each([
    ['S 2, M x2, L x 3', ['S', 2], ['M', 2], ['L', 3]],
    ['S × 2; M * 3; L:4', ['S', 2], ['M', 3], ['L', 4]],
    ['38: 1, 39 : 2, 40 = 3', ['38', 1], ['39', 2], ['40', 3]],
    ['2XL 3, Navy M x2, 7.5 4', ['2XL', 3], ['Navy M', 2], ['7.5', 4]],
    ['Size x, S', ['Size x', 1], ['S', 1]],
  ])('%s is parsed as the operator meant it.', (text, ...expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it('Names that end with a separator are unchanged after they are formatted and parsed.', () => {
    const variants = ['S', 'Size x', '38:', 'A ×', '2'].map((name) => ({ name, totalQuantity: 3 }));
    expect(variantListText(variants)).toBe('S 3, Size x: 3, 38:: 3, A ×: 3, 2 3');
    expect(parseVariantList(variantListText(variants))).toEqual({ variants });
  });
});
