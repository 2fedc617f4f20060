import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { newId } from '../ids.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Further headers, such as how to end mails of this kind. */
  headers?: Readonly<Record<string, string>>;
};

/** Sends mail. Without a configured server, mails are written into a local folder as `.eml` files. */
export type Mailer = { send(mail: Mail): Promise<void>; folder: string | null };

/** Mails become files in `folder`, whole or not at all; readable by the owner only. */
export function folderMailer(folder: string, from = 'Dualtrack <no-reply@localhost>'): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    folder,
    async send(mail) {
      const { message } = await transport.sendMail({ ...mail, headers: { ...mail.headers }, from });
      if (!Buffer.isBuffer(message)) throw new Error('the mail composer gave no bytes');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = join(folder, `${newId()}.eml`);
      await writeFile(`${name}.part`, message, { mode: 0o600 });
      await rename(`${name}.part`, name);
    },
  };
}

/** Sends through an SMTP server that the user configured. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url);
  return {
    folder: null,
    async send(mail) {
      await transport.sendMail({ ...mail, headers: { ...mail.headers }, from });
    },
  };
}
