import { type AgreementPdfData, agreementExample, closePdf, composePdf } from '@dualtrack/platform/pdf';
import { createSigningIdentity, signPdf } from '@dualtrack/signing';
import type { Command } from '../command.ts';
import { exit, UsageError } from '../exit.ts';
import { writeOutput } from '../write-output.ts';

const witness = { name: '示例见证人', organisation: '哈密市教育局（示例）' };
const signers = [
  {
    fieldName: 'school',
    commonName: '示例签署人甲（校方）',
    organisation: '伊州职业技术学院（示例）',
    reason: '示例签署 Example signature',
  },
  {
    fieldName: 'enterprise',
    commonName: '示例签署人乙（企业）',
    organisation: '定远新材料集团有限公司（示例）',
    reason: '示例签署 Example signature',
  },
  {
    fieldName: 'witness',
    commonName: witness.name,
    organisation: witness.organisation,
    reason: '示例见证 Example of a witness',
  },
];

function witnessed(): AgreementPdfData {
  const { name, organisation } = witness;
  const other = { side: 'third', role: 'witness', person: { name: { zh: name } } } as const;
  return { ...agreementExample(), others: [{ ...other, organisation: { zh: organisation } }] };
}

/**
 * `dualtrack sample agreement --out F`: an example signed by two and a witness, to try `verify` on; with keys that are
 * thrown away.
 */
export const sample: Command = async ({ positionals, values }) => {
  if (positionals[0] !== 'agreement' || positionals.length > 1)
    throw new UsageError('sample agreement --out FILE');
  if (values.out === undefined) throw new UsageError('sample agreement --out FILE');
  const at = new Date();
  const secret = crypto.randomUUID();
  let pdf = await composePdf({ template: 'agreement', data: witnessed(), createdAt: at });
  await closePdf();
  for (const { fieldName, reason, ...names } of signers) {
    const identity = await createSigningIdentity({ ...names, country: 'CN', at, secret });
    pdf = await signPdf({ pdf, identity, secret, at, fieldName, reason });
  }
  await writeOutput([pdf], values.out);
  return exit.done;
};
