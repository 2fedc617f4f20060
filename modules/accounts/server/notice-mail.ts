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
