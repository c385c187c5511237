import type { Block } from '@sellary/contracts';

/** Effect of a block on the buyer's claims. */
export const BLOCK_TEXTS: Readonly<Record<Block, string>> = {
  review: $localize`:Effect of a block@@blocks.effect.review:An operator decides each claim`,
  refuse: $localize`:Effect of a block@@blocks.effect.refuse:Claims are refused`,
};
