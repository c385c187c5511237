import type { Buyer } from '@sellary/contracts';

/** Search words of a buyer: `buyer` finds the claims of everybody with this handle, `q` finds comments. */
export function queriesOf({ handle }: Pick<Buyer, 'handle'>): { buyer: string; q: string } {
  return { buyer: handle, q: handle.replace(/^@/, '') };
}
