import { Injectable } from '@nestjs/common';
import { ClaimActs } from '../../claim-engine';
import { SavedSettings } from '../settings/saved-settings';
import { ExtensionSwitches } from '../switches/extension-switches';

/** Parts of the product that an extension's services are built on. */
@Injectable()
export class HostServices {
  constructor(
    readonly claims: ClaimActs,
    readonly settings: SavedSettings,
    readonly switches: ExtensionSwitches,
  ) {}
}
