import { join } from 'node:path';
import type { Config } from '@dualtrack/platform/config';
import { folderMailer, type Mailer, smtpMailer } from '@dualtrack/platform/mail';

/** Sends through the mail server that the user configured; without one, mails become files in the data folder. */
export function mailerOf(config: Config): Mailer {
  return config.smtpUrl === undefined
    ? folderMailer(join(config.dataDir, 'mail'), config.mailFrom)
    : smtpMailer(config.smtpUrl, config.mailFrom);
}
