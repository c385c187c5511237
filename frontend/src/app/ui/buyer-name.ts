import type { Buyer } from '@sellary/contracts';

/** The only way to display a buyer, because a hidden viewer's handle must not reach the screen. */
export function buyerName({ handle, hidden }: Pick<Buyer, 'handle' | 'hidden'>): string {
  return hidden ? $localize`:@@ui.handle.hidden:Hidden viewer` : handle;
}
