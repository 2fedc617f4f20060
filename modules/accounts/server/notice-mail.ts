import { phrase } from '@dualtrack/locales';
import { publicAddress } from '@dualtrack/platform/links';
import type { Mail } from '@dualtrack/platform/mail';
import type { Kernel } from '@dualtrack/platform/operation';
import type { MailAddress } from './mail-addresses.ts';

/**
 * A mail to one person. A kind that may be turned off says how, in its text and in the headers by which mail programs
 * offer it with one click (RFC 2369, RFC 8058).
 */
export function noticeMail(
  kernel: Pick<Kernel, 'config'>,
  to: Pick<MailAddress, 'address' | 'locale' | 'stopPath'>,
  words: { subject: string; text: string },
): Mail {
  if (to.stopPath === null) return { to: to.address, ...words };
  const link = `${publicAddress(kernel)}${to.stopPath}`;
  return {
    to: to.address,
    subject: words.subject,
    text: `${words.text}\n\n${phrase(to.locale, 'accounts', 'mail.stop', { link })}`,
    headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

/**
 * Sends it. One that cannot go is logged as `what` and stops nothing: what it says stands in the product, too, also
 * where the mail server is down.
 */
export async function sendNotice(
  kernel: Kernel,
  to: Pick<MailAddress, 'address' | 'locale' | 'stopPath'>,
  words: { subject: string; text: string },
  what: string,
): Promise<void> {
  await kernel.mailer
    .send(noticeMail(kernel, to, words))
    .catch((error: unknown) => kernel.log.error({ err: error }, `${what} not sent`));
}
