import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { APP_CONFIG, type AppConfig } from '../../kernel';

const MAX_CONNECT_MS = 10_000;
const MAX_SILENCE_MS = 20_000;

export interface Message {
  to: string;
  subject: string;
  text: string;
}

/** Sends mail through the SMTP_URL server. Without SMTP_URL, no mail can be sent. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport;

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {
    this.transport =
      config.mail === null
        ? null
        : createTransport({
            url: config.mail.url,
            connectionTimeout: MAX_CONNECT_MS,
            greetingTimeout: MAX_CONNECT_MS,
            socketTimeout: MAX_SILENCE_MS,
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  get isConfigured(): boolean {
    return this.transport !== null;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /** @throws if the mail server or the connection fails, or if no server is configured */
  async send(message: Message): Promise<void> {
    if (this.transport === null || this.config.mail === null) {
      throw new Error('SMTP_URL is not set, so mail cannot be sent');
    }
    await this.transport.sendMail({ from: this.config.mail.from, ...message });
  }
}
