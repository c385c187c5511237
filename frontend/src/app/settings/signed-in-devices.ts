import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import type { SignedInDevice } from '@sellary/contracts';
import { AccountApi } from '../api/account-api';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { NotLoaded } from '../ui/not-loaded';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { DayAndTimePipe, dayAndTime } from '../ui/times';

const MOBILE_DEVICES = /iPhone|iPad|Android/;

/** The devices signed in to the user's account. Each device except this one has a button to sign it out. */
@Component({
  selector: 'app-signed-in-devices',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Icon, NotLoaded, DayAndTimePipe],
  templateUrl: './signed-in-devices.html',
  host: { class: 'card block', role: 'region', 'aria-labelledby': 'devices-heading' },
})
export class SignedInDevices {
  private readonly api = inject(AccountApi);
  private readonly notices = inject(Notices);

  protected readonly unknownAddress = $localize`:@@settings.devices.unknown-address:Unknown address`;
  protected readonly work = new OneAtATime((error) =>
    this.notices.fail(error, $localize`:@@settings.devices.not-signed-out:Not signed out`),
  );
  protected readonly list = resource({ loader: () => this.api.sessions() });
  /** This device first. */
  protected readonly devices = computed(() => {
    const sessions = this.list.hasValue() ? this.list.value().sessions : [];
    return [...sessions].sort((a, b) => Number(b.current) - Number(a.current));
  });

  reload(): void {
    this.list.reload();
  }

  protected iconOf({ device }: SignedInDevice): IconName {
    return MOBILE_DEVICES.test(device) ? 'mobile' : 'computer';
  }

  protected signOutLabel({ device, lastUsedAt }: SignedInDevice): string {
    return $localize`:@@settings.devices.sign-out-one:Sign out ${device}:device:, last used ${dayAndTime(lastUsedAt)}:time:`;
  }

  protected signOut({ id, device }: SignedInDevice): Promise<void> {
    return this.attempt($localize`:@@settings.devices.signed-out:${device}:device: is signed out.`, () =>
      this.api.endSession(id),
    );
  }

  protected signOutOthers(): Promise<void> {
    return this.attempt(
      $localize`:@@settings.devices.others-signed-out:All your other devices are signed out.`,
      () => this.api.endOtherSessions(),
    );
  }

  private async attempt(doneText: string, send: () => Promise<void>): Promise<void> {
    await this.work.run(async () => {
      await send().finally(() => this.list.reload());
      this.notices.show(doneText);
    });
  }
}
