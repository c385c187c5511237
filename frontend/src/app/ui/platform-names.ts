import { signal } from '@angular/core';
import { MANUAL, type PlatformId, type PlatformInfo, REHEARSAL, type Source } from '@sellary/contracts';
import { ICONS, type IconName } from './icons';

/** Names that the console translates, or knows before the server lists its platforms. */
const NAMES: Readonly<Record<PlatformId, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  [REHEARSAL]: $localize`:@@ui.platform.rehearsal:Rehearsal`,
  [MANUAL]: $localize`:@@ui.platform.manual:Entered by hand`,
};
const KNOWN_ICONS: Readonly<Record<PlatformId, IconName>> = {
  facebook: 'live_tv',
  instagram: 'photo_camera',
  [REHEARSAL]: 'science',
};

type SourceRef = Pick<Source, 'id' | 'platform'>;

/** The server's platforms, by id. Empty until they are loaded. */
const platformsById = signal<ReadonlyMap<PlatformId, PlatformInfo>>(new Map());

export function rememberPlatforms(platforms: readonly PlatformInfo[]): void {
  platformsById.set(new Map(platforms.map((platform) => [platform.id, platform])));
}

export const platformName = (id: PlatformId): string => NAMES[id] ?? platformsById().get(id)?.label ?? id;

/**
 * The platform of a source, with a number if the show has several sources on that platform, such as "Facebook
 * 2".
 */
export function shortSourceName({ id, platform }: SourceRef, sources: readonly SourceRef[]): string {
  const alike = sources.filter((source) => source.platform === platform);
  const name = platformName(platform);
  return alike.length > 1 ? `${name} ${alike.findIndex((source) => source.id === id) + 1}` : name;
}

export function platformIcon(id: PlatformId): IconName {
  const icon = KNOWN_ICONS[id] ?? platformsById().get(id)?.icon ?? '';
  return Object.hasOwn(ICONS, icon) ? (icon as IconName) : 'live_tv';
}
