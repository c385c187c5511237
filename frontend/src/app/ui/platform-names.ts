import type { BuyerPlatform } from '@sellary/contracts';

export const PLATFORM_NAMES = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  rehearsal: $localize`:@@ui.platform.rehearsal:Rehearsal`,
  manual: $localize`:@@ui.platform.manual:Entered by hand`,
} satisfies Record<BuyerPlatform, string>;
