import { findPhrase, type Locale, phrase } from '@dualtrack/locales';
import { type PdfVerification, SigningError, verifyPdf } from '@dualtrack/signing';
import type { Command } from '../command.ts';
import { exit, InputError } from '../exit.ts';
import { onlyFile } from '../options.ts';
import { readInput } from '../read-json.ts';
import { say } from '../say.ts';
import { jsonText, writeOutput } from '../write-output.ts';

/** `dualtrack verify AGREEMENT.pdf [--out F]`: the verification as JSON, and in words beside it; 1 when it failed. */
export const verify: Command = async ({ positionals, values, locale }) => {
  const file = onlyFile(positionals);
  const bytes = await readInput(file);
  if (file.endsWith('.json')) {
    throw new InputError(file, [{ pointer: '', code: 'credential.not-yet', params: {} }]);
  }
  let verification: PdfVerification;
  try {
    verification = await verifyPdf(bytes, { at: new Date() });
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    throw new InputError(file, [{ pointer: '', code: error.code, params: {} }]);
  }
  sayVerification(verification, locale);
  await writeOutput([jsonText(verification)], values.out);
  return verification.outcome === 'failed' ? exit.no : exit.done;
};

function sayVerification(verification: PdfVerification, locale: Locale): void {
  say(phrase(locale, 'cli', `verify.${verification.outcome}`));
  for (const reason of verification.reasons) say(`  ${reasonText(reason.code, locale)}`);
  for (const signature of verification.signatures) {
    const subject = signature.certificate?.subject;
    say(
      phrase(locale, 'cli', 'verify.signature', {
        name: subject?.commonName ?? '?',
        organisation: subject?.organisation ?? '–',
        at: signature.claimedAt ?? '–',
        outcome: phrase(locale, 'cli', `verify.${signature.outcome}`),
      }),
    );
    if (signature.timestamp !== null) {
      const { at, authority } = signature.timestamp;
      say(phrase(locale, 'cli', 'verify.stamp', { at, authority }));
    }
    for (const change of signature.changesSince) {
      const since = phrase(locale, 'agreement-signing', 'verify.since');
      const what = phrase(locale, 'agreement-signing', `since.${change.kind}`);
      say(`    ${since}: ${what}${'field' in change ? ` (${change.field})` : ''}`);
    }
    for (const reason of signature.reasons) say(`    ${reasonText(reason.code, locale)}`);
  }
}

function reasonText(code: string, locale: Locale): string {
  return findPhrase(locale, 'cli', `reason.${code}`) ?? code;
}
