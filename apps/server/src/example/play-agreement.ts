import { contract as agreements } from '@dualtrack/agreements/contract';
import { contract as workforce } from '@dualtrack/workforce/contract';
import type { Cycle } from './cycle.ts';
import { exampleSeal } from './example-seal.ts';
import type { Keys } from './keys.ts';
import { examplePassword } from './people.ts';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';
const signers = { school: 'president@yizhou.example', enterprise: 'chair@dingyuan.example' } as const;

/** Plays the order: drafted and proposed by the enterprise, accepted by the school. Returns its id. */
export async function playOrder(stage: Stage, cycle: Cycle, keys: Keys, schoolId: string): Promise<string> {
  const { order, orderClass } = cycle;
  const { id } = await stage.act(workforce.orders.create, hr, order.proposedOn, {
    schoolId,
    majorCode: order.majorCodes[0] ?? '',
    className: orderClass.name,
    startQuarter: order.startQuarter,
    note: '',
    lines: order.lines.map((line) => ({ postId: keys('post', line.postId), seats: line.seats })),
  });
  await stage.act(workforce.orders.propose, hr, order.proposedOn, { orderId: id });
  await stage.act(workforce.orders.accept, office, order.acceptedOn, {
    orderId: id,
    answer: '同意，按此名额组班。',
  });
  return id;
}

type Signatory = { side: 'school' | 'enterprise'; name: string; post: string };

/** Both sides name their signatory and a witness, and put their seals into the paper. */
async function planSigning(
  stage: Stage,
  agreementId: string,
  on: string,
  signatories: readonly Signatory[],
): Promise<void> {
  for (const [side, who, person] of [
    ['school', office, { name: '方晓雯', post: '校企合作办公室主任' }],
    ['enterprise', hr, { name: '苏文博', post: '人力资源总监' }],
  ] as const) {
    const signatory = signatories.find((one) => one.side === side);
    const plain = { side, channel: 'account' as const, organisation: '', mail: null, secondMail: null };
    const rest = { ...plain, phone: null, mandate: null };
    const signer = { name: signatory?.name ?? '', post: signatory?.post ?? '' };
    await stage.act(agreements.signing.setPlan, who, on, {
      agreementId,
      slots: [
        { ...rest, ...signer, role: 'signer', step: 1 },
        { ...rest, ...person, role: 'witness', step: 2 },
      ],
    });
    const file = new File([exampleSeal()], 'seal.png', { type: 'image/png' });
    await stage.act(agreements.signing.putSeal, who, on, { agreementId, file, acrossPages: true });
  }
}

/** With a witness and a seal of each side, or with the two signatures alone. */
type Style = 'solemn' | 'plain';

/** Plays the agreement from draft to its last signature. Returns its id. */
export async function playAgreement(
  stage: Stage,
  cycle: Cycle,
  orderId: string,
  style: Style = 'solemn',
): Promise<string> {
  const { agreementId, digest } = await playDraft(stage, cycle, orderId, style);
  const sign = (who: string) =>
    stage.act(agreements.sign, who, cycle.agreement.ceremony.on, {
      ...{ agreementId, secret: examplePassword, digest },
    });
  // Both at once: the passwords are tried side by side, and neither signature is lost.
  await Promise.all([signers.school, signers.enterprise].map(sign));
  if (style === 'solemn') await Promise.all([office, hr].map(sign));
  return agreementId;
}

/** Plays the agreement up to its final document, which waits for signatures. Returns its id and the document's digest. */
export async function playDraft(
  stage: Stage,
  cycle: Cycle,
  orderId: string,
  style: Style = 'solemn',
): Promise<{ agreementId: string; digest: string }> {
  const { agreement, base } = cycle;
  const { seats: _, ...terms } = agreement.terms;
  const [first, second] = agreement.confirmations;
  if (first === undefined || second === undefined) throw new Error('the example lacks a confirmation');
  const { id: agreementId } = await stage.act(agreements.create, office, first.on, {
    orderId,
    title: agreement.title,
    titleEn: agreement.titleEn,
    validFrom: agreement.validFrom,
    validTo: agreement.validTo,
    terms: { ...terms, baseName: base.name, baseNameEn: base.nameEn, place: agreement.ceremony.place },
  });
  for (const [side, who] of [
    ['school', office],
    ['enterprise', hr],
  ] as const) {
    const signatory = agreement.ceremony.signatories.find((one) => one.side === side);
    const own = await stage.act(agreements.ownParty, who, first.on, { agreementId });
    await stage.act(agreements.setParty, who, first.on, {
      ...own,
      agreementId,
      signer: signatory?.name ?? '',
      signerPost: signatory?.post ?? '',
    });
  }
  for (const { side, on } of agreement.confirmations) {
    const who = side === 'school' ? office : hr;
    const { clauses } = await stage.act(agreements.get, who, on, { agreementId });
    const sections = clauses.map(({ clause, revision }) => ({ clause, revision }));
    await stage.act(agreements.confirm, who, on, { agreementId, sections });
  }
  if (style === 'solemn') await planSigning(stage, agreementId, second.on, agreement.ceremony.signatories);
  const fixed = await stage.act(agreements.fix, office, second.on, { agreementId });
  const digest = fixed.documentDigest;
  if (digest === null) throw new Error('the example agreement was not fixed');
  return { agreementId, digest };
}
