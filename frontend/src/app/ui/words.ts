import type { BuyerPlatform } from '@sellary/contracts';

/** "1 item", "40 items", "1,204 comments". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

export const PLATFORM_NAMES: Record<BuyerPlatform, string> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  rehearsal: 'Rehearsal',
  manual: 'Entered by hand',
};
