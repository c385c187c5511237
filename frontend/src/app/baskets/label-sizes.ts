/** `a6`: one label per A6 page · `roll`: one per 100 mm of a roll of 62 mm · `sheet`: 8 on A4. */
export const LABEL_SIZES = ['a6', 'roll', 'sheet'] as const;
export type LabelSize = (typeof LABEL_SIZES)[number];
