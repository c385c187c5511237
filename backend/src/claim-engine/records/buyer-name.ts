import type { Buyer } from '@sellary/contracts';

/** The buyer as a message names them. The handle of a hidden buyer is a description, such as "Hidden viewer". */
export const buyerName = ({ handle, hidden }: Pick<Buyer, 'handle' | 'hidden'>): string =>
  hidden ? handle : `@${handle}`;
