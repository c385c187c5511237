import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'app-brand-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 32 32" class="size-8" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--brand)" />
      <path
        d="M21.4 11.2c-1-1.3-2.9-2.2-5.3-2.2-3.2 0-5.5 1.6-5.5 4 0 5.4 8.6 2.6 8.6 5.8 0 1.1-1.2 1.8-3 1.8-2 0-3.7-.9-4.8-2.3"
        fill="none"
        stroke="#fff"
        stroke-width="2.8"
        stroke-linecap="round"
      />
      <circle cx="23" cy="22.6" r="2" fill="#fff" />
    </svg>
    <span class="text-[1.0625rem] font-semibold tracking-tight max-[14rem]:sr-only">{{ brand }}</span>
  `,
  host: { class: 'inline-flex items-center gap-2.5' },
})
export class BrandMark {
  protected readonly brand = 'Sellary';
}
