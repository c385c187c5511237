import { signal } from '@angular/core';
import { MANUAL, type PlatformId, type PlatformInfo, REHEARSAL } from '@sellary/contracts';
import { ICONS, type IconName } from './icons';

/** Names that the console translates, or knows before the server lists its platforms. */
const OWN_NAMES: Readonly<Record<PlatformId, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  [REHEARSAL]: $localize`:@@ui.platform.rehearsal:Rehearsal`,
  [MANUAL]: $localize`:@@ui.platform.manual:Entered by hand`,
};
const OWN_ICONS: Readonly<Record<PlatformId, IconName>> = {
  facebook: 'live_tv',
  instagram: 'photo_camera',
  [REHEARSAL]: 'science',
};

/** Platforms of the server, by id. Empty until they are loaded. */
const listed = signal<ReadonlyMap<PlatformId, PlatformInfo>>(new Map());

export function rememberPlatforms(platforms: readonly PlatformInfo[]): void {
  listed.set(new Map(platforms.map((platform) => [platform.id, platform])));
}

export const listedPlatforms = (): PlatformInfo[] => [...listed().values()];

export const platformName = (id: PlatformId): string => OWN_NAMES[id] ?? listed().get(id)?.label ?? id;

export function platformIcon(id: PlatformId): IconName {
  const icon = OWN_ICONS[id] ?? listed().get(id)?.icon ?? '';
  return Object.hasOwn(ICONS, icon) ? (icon as IconName) : 'live_tv';
}
