import { DestroyRef, Injectable, computed, effect, inject, signal } from '@angular/core';
import { readSetting, storeSetting } from './local-setting';

const TEXT_SIZES = ['small', 'medium', 'large'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Scale factors for the browser's text size. The smallest is 1, so that no text is smaller than 12 px. */
const SCALES: Readonly<Record<TextSize, number>> = { small: 1, medium: 1.125, large: 1.25 };
const STORAGE_KEY = 'sellary.text-size';

/** The text size that the user chose on this device. It applies while a live console is open. */
@Injectable({ providedIn: 'root' })
export class TextSizeSetting {
  readonly size = signal<TextSize>(readSetting(STORAGE_KEY, isTextSize, 'small'));
  readonly scale = computed(() => SCALES[this.size()]);

  choose(size: TextSize): void {
    this.size.set(size);
    storeSetting(STORAGE_KEY, size);
  }
}

/** Applies the chosen text size while the calling component exists. Call it in an injection context. */
export function applyTextSize(): void {
  const setting = inject(TextSizeSetting);
  const { style } = document.documentElement;
  effect(() => {
    // All sizes are in rem, so the root font size scales them.
    style.fontSize = setting.scale() === 1 ? '' : `${setting.scale() * 100}%`;
  });
  inject(DestroyRef).onDestroy(() => (style.fontSize = ''));
}

function isTextSize(value: unknown): value is TextSize {
  return TEXT_SIZES.some((size) => size === value);
}
