import type { Buyer } from '@sellary/contracts';

/** The buyer's name in messages. A hidden buyer's handle is a description, such as "Hidden viewer". */
export const buyerName = ({ handle, hidden }: Pick<Buyer, 'handle' | 'hidden'>): string =>
  hidden ? handle : `@${handle}`;
