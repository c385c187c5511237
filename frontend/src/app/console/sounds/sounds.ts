import { Injectable, signal } from '@angular/core';
import { storeSetting, readSetting } from '../../ui/local-setting';

/**
 * Sounds: two low tones for a problem, one soft tone for a new decision, one high tone for a sold-out item.
 * There is no sound per claim, because the microphone is live.
 */
export type Sound = 'problem' | 'needs' | 'sold';

/** Interval at which the problem sound repeats. */
export const PROBLEM_EVERY_MS = 20_000;
/** Minimum time between two decision sounds. */
export const NEEDS_EVERY_MS = 15_000;

interface SoundSetting {
  on: boolean;
  /** 0–1 */
  volume: number;
}

// The name from earlier versions, so that the user's choice is not lost.
const KEY = 'sellary.cues';
const TONES: Record<Sound, readonly { hertz: number; from: number; seconds: number; loud: number }[]> = {
  problem: [
    { hertz: 196, from: 0, seconds: 0.22, loud: 1 },
    { hertz: 147, from: 0.28, seconds: 0.34, loud: 1 },
  ],
  needs: [{ hertz: 523, from: 0, seconds: 0.3, loud: 0.45 }],
  sold: [{ hertz: 1175, from: 0, seconds: 0.25, loud: 0.6 }],
};

/** Generates three sounds. They are off until the user switches them on. */
@Injectable({ providedIn: 'root' })
export class Sounds {
  private readonly stored = readSetting(KEY, isSoundSetting, { on: false, volume: 0.5 });
  readonly on = signal(this.stored.on);
  readonly volume = signal(this.stored.volume);
  /** True if sounds are muted until the page closes. The setting does not change. */
  readonly muted = signal(false);
  private audio: AudioContext | null = null;

  choose(change: Partial<SoundSetting>): void {
    if (change.on !== undefined) this.on.set(change.on);
    if (change.volume !== undefined) this.volume.set(change.volume);
    storeSetting(KEY, { on: this.on(), volume: this.volume() } satisfies SoundSetting);
  }

  toggleMute(): void {
    this.muted.update((muted) => !muted);
  }

  /** Handles the speaker button: turns sounds on if they are off, and otherwise mutes or unmutes them. */
  toggle(): void {
    if (this.on()) this.toggleMute();
    else this.choose({ on: true });
  }

  play(sound: Sound): void {
    if (this.on() && !this.muted()) this.preview(sound);
  }

  /** Plays a sound even if sounds are off or muted. */
  preview(sound: Sound): void {
    if (typeof AudioContext === 'undefined') return;
    const audio = (this.audio ??= new AudioContext());
    void audio.resume();
    for (const { hertz, from, seconds, loud } of TONES[sound]) {
      const start = audio.currentTime + from;
      const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
      const gain = new GainNode(audio, { gain: 0 });
      // Soft edges, because an abrupt stop makes a clicking sound.
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(loud * this.volume() * 0.5, start + 0.02);
      gain.gain.linearRampToValueAtTime(0, start + seconds);
      tone.connect(gain).connect(audio.destination);
      tone.start(start);
      tone.stop(start + seconds);
    }
  }
}

function isSoundSetting(value: unknown): value is SoundSetting {
  return (
    typeof value === 'object' &&
    value !== null &&
    'on' in value &&
    typeof value.on === 'boolean' &&
    'volume' in value &&
    typeof value.volume === 'number' &&
    value.volume >= 0 &&
    value.volume <= 1
  );
}
