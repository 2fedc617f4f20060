import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findPhrase, type Locale, phrase } from '@dualtrack/locales';
import {
  type PdfVerification,
  type Reason,
  type SignatureReport,
  SigningError,
  trustFrom,
  verifyPdf,
} from '@dualtrack/signing';
import type { Command } from '../command.ts';
import { exit, InputError } from '../exit.ts';
import { onlyFile } from '../options.ts';
import { readInput } from '../read-json.ts';
import { say } from '../say.ts';
import { jsonText, writeOutput } from '../write-output.ts';

/** What lies in the folder that `--trust` names. @throws InputError with every file that is nothing of the kind */
async function trusted(folder: string | undefined) {
  if (folder === undefined) return {};
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new InputError(folder, [{ pointer: '', code: 'file.unreadable', params: { reason: '' } }]);
  });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const files = names.map(async (name) => ({ name, bytes: await readInput(join(folder, name)) }));
  try {
    return trustFrom(await Promise.all(files));
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    const issues = error.issues.map(({ pointer }) => ({ pointer, code: 'trust.unreadable', params: {} }));
    throw new InputError(folder, issues);
  }
}

/**
 * `dualtrack verify AGREEMENT.pdf [--trust FOLDER] [--out F]`: the verification as JSON, and in words beside it; 1 when it
 * failed. Without a folder of trust no certificate is trusted.
 */
export const verify: Command = async ({ positionals, values, locale }) => {
  const file = onlyFile(positionals);
  const bytes = await readInput(file);
  if (file.endsWith('.json')) {
    throw new InputError(file, [{ pointer: '', code: 'credential.not-yet', params: {} }]);
  }
  const trust = await trusted(values.trust);
  let verification: PdfVerification;
  try {
    verification = await verifyPdf(bytes, { ...trust, at: new Date() });
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
  for (const reason of verification.reasons) say(`  ${reasonText(reason, locale)}`);
  for (const signature of verification.signatures) {
    if (signature.kind === 'signature') saySigner(signature, locale);
    else say(`  ${phrase(locale, 'cli', `verify.${signature.outcome}`)}`);
    if (signature.timestamp !== null) {
      const { at, authority } = signature.timestamp;
      say(phrase(locale, 'cli', 'verify.stamp', { at, authority }));
    }
    for (const change of signature.changesSince) {
      const since = phrase(locale, 'agreement-signing', 'verify.since');
      const what = phrase(locale, 'agreement-signing', `since.${change.kind}`);
      say(`    ${since}: ${what}${'field' in change ? ` (${change.field})` : ''}`);
    }
    for (const reason of signature.reasons) say(`    ${reasonText(reason, locale)}`);
  }
}

function saySigner(signature: SignatureReport, locale: Locale): void {
  const subject = signature.certificate?.subject;
  say(
    phrase(locale, 'cli', 'verify.signature', {
      name: subject?.commonName ?? '?',
      organisation: subject?.organisation ?? '–',
      at: signature.claimedAt ?? '–',
      outcome: phrase(locale, 'cli', `verify.${signature.outcome}`),
    }),
  );
}

function reasonText({ code, etsi, params }: Reason, locale: Locale): string {
  const since = params['at'] ?? params['asOf'];
  const day = typeof since === 'string' ? ` (${since.slice(0, 10)})` : '';
  return `${findPhrase(locale, 'verification', `reason.${code}`) ?? code}${day} [${etsi}]`;
}
