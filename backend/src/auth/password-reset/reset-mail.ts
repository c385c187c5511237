import { RESET_LINK_LIFETIME_MS } from '@sellary/contracts';
import type { Message } from '../mail/mailer';

const LIFETIME_MINUTES = RESET_LINK_LIFETIME_MS / 60_000;

/** The email with the password reset link. */
export function resetMail(name: string, link: string): Omit<Message, 'to'> {
  return {
    subject: 'Choose a new password for Sellary',
    text: [
      `Hello ${name},`,
      `Open this link to choose a new password. It works once and expires after ${LIFETIME_MINUTES} minutes.`,
      link,
      "If you didn't request this, you can ignore this email. Your password won't change.",
    ].join('\n\n'),
  };
}
