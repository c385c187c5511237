/** `a6`: one label per A6 page · `roll`: 62 × 100 mm, from a roll · `sheet`: 8 labels per A4 page. */
export const LABEL_SIZES = ['a6', 'roll', 'sheet'] as const;
export type LabelSize = (typeof LABEL_SIZES)[number];
