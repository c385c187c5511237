import type { ElementRef } from '@angular/core';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { canScanWithCamera, scanWithCamera } from './camera-scanner';
import { Icon } from './icon';

/** Reads a code with the device's camera. Hidden if the browser cannot read codes. */
@Component({
  selector: 'app-camera-scan',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    @if (isPossible) {
      <button type="button" class="act" [attr.aria-pressed]="runningScan() !== null" (click)="toggle()">
        <app-icon name="barcode_scanner" class="size-4!" />
        @if (runningScan() === null) {
          <span i18n="@@ui.camera-scan.start">Scan a code</span>
        } @else {
          <span i18n="@@ui.camera-scan.stop">Stop scanning</span>
        }
      </button>
      <video
        #video
        class="mt-2 aspect-4/3 w-full rounded-lg bg-sunken object-cover"
        muted
        playsinline
        [hidden]="runningScan() === null"
        i18n-aria-label="@@ui.camera-scan.picture"
        aria-label="Camera image"
      ></video>
      @if (problem(); as text) {
        <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
      }
    }
  `,
  host: { class: 'block' },
})
export class CameraScan {
  protected readonly isPossible = canScanWithCamera();
  readonly scanned = output<string>();
  /** Aborts the running scan; null if no scan is running. */
  protected readonly runningScan = signal<AbortController | null>(null);
  protected readonly problem = signal<string | null>(null);
  private readonly video = viewChild<ElementRef<HTMLVideoElement>>('video');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.runningScan()?.abort());
  }

  protected toggle(): void {
    const scan = this.runningScan();
    if (scan === null) void this.scan();
    else {
      scan.abort();
      this.runningScan.set(null);
    }
  }

  private async scan(): Promise<void> {
    const video = this.video()?.nativeElement;
    if (video === undefined) return;
    const scan = new AbortController();
    this.runningScan.set(scan);
    this.problem.set(null);
    try {
      const code = await scanWithCamera(video, scan.signal);
      if (code !== null && !scan.signal.aborted) this.scanned.emit(code);
    } catch {
      this.problem.set(
        $localize`:@@ui.camera-scan.failed:The camera cannot be used. Allow access in your browser settings, or type the code.`,
      );
    } finally {
      if (this.runningScan() === scan) this.runningScan.set(null);
    }
  }
}
