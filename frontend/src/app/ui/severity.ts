/**
 * good: won or working · wait: will happen later · warn: needs attention · ask: an operator must decide · bad:
 * only for health and failed acts · mute: ended, or neutral.
 */
export type Severity = 'good' | 'wait' | 'warn' | 'bad' | 'ask' | 'mute';

// Full class names, so that Tailwind finds them.
export const SEVERITY_CHIP: Record<Severity, string> = {
  good: 'bg-good-ground text-good',
  wait: 'bg-wait-ground text-wait',
  warn: 'bg-warn-ground text-warn',
  bad: 'bg-bad-ground text-bad',
  ask: 'bg-ask-ground text-ask',
  mute: 'bg-mute-ground text-mute ring-1 ring-line ring-inset',
};
export const SEVERITY_TEXT: Record<Severity, string> = {
  good: 'text-good',
  wait: 'text-wait',
  warn: 'text-warn',
  bad: 'text-bad',
  ask: 'text-ask',
  mute: 'text-mute',
};
