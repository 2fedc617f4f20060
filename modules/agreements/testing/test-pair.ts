import {
  type AccountsTables,
  accounts,
  addMember,
  hashPassword,
  registerOrganisation,
} from '@dualtrack/accounts/server';
import { compliance } from '@dualtrack/compliance/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { type WorkforceTables, workforce } from '@dualtrack/workforce/server';
import { createAgreement } from '../server/create-agreement.ts';
import { agreements } from '../server/index.ts';
import { fixAgreement } from '../server/move-agreement.ts';
import { confirmSections, setParty } from '../server/negotiate.ts';
import { getAgreement } from '../server/read-agreements.ts';

/** A school and an enterprise that work together, and one of each that has nothing to do with them. */
export type TestPair = {
  kit: TestKernel;
  school: string;
  firm: string;
  office: Actor;
  hr: Actor;
  otherOffice: Actor;
  otherHr: Actor;
  actorOf(tenant: string, role: Role, homes?: string[]): Promise<Actor>;
  acceptedOrder(): Promise<string>;
  /** An agreement begun by the school from an accepted order. */
  begun(): Promise<string>;
  /** The enterprise says who signs, and both sides confirm every section. */
  confirmBoth(agreementId: string): Promise<void>;
  /** An agreement whose paper is fixed, with the digest its signers are shown. */
  fixed(): Promise<{ id: string; digest: string }>;
};

/** Starts a kernel with the rooms up to this one and two organisations in partnership. */
export async function testPair(): Promise<TestPair> {
  const kit = await testKernel([accounts, organisations, workforce, compliance, agreements]);
  const [school, firm, otherSchool, otherFirm] = [newId(), newId(), newId(), newId()];
  const codes = ['12650599EXAMPLE112', '91650599EXAMPLE2XL', 'other-school', 'other-firm'];
  for (const [index, id] of [school, firm, otherSchool, otherFirm].entries()) {
    const kind = index % 2 === 0 ? ('school' as const) : ('enterprise' as const);
    const name = `${kind === 'school' ? '职业学院' : '材料集团'}${index}`;
    await registerOrganisation(kit.kernel, {
      ...{ id, kind, name, code: codes[index] ?? id, regionCode: '6505', isIllustrative: true },
      nameEn: `Organisation ${index}`,
    });
  }
  const partners = (a: string, b: string) =>
    asSystem(kit.kernel, a, ({ transaction }) =>
      grantPartnership(transaction, { school: a, enterprise: b, validFrom: '2020-01-01' }),
    );
  await partners(school, firm);
  await partners(otherSchool, otherFirm);
  const passwordHash = await hashPassword('a long enough word');
  const actorOf = async (tenant: string, role: Role, homes: string[] = []): Promise<Actor> => {
    const name = `${role} ${newId().slice(-4)}`;
    const made = await asSystem<AccountsTables, { personId: string; membershipId: string }>(
      kit.kernel,
      tenant,
      (context) => addMember(context, { signInName: newId(), name, role, passwordHash }),
    );
    return { ...made, name, role, tenant, kind: kindOfRole(role), homes, subjectId: null };
  };
  const pair = {
    ...{ kit, school, firm, actorOf },
    office: await actorOf(school, 'school-office'),
    hr: await actorOf(firm, 'enterprise-hr', [school]),
    otherOffice: await actorOf(otherSchool, 'school-office'),
    otherHr: await actorOf(otherFirm, 'enterprise-hr', [otherSchool]),
  };
  return { ...pair, ...stepsOf(pair) };
}

type Bare = Pick<TestPair, 'kit' | 'school' | 'firm' | 'office' | 'hr'>;

function stepsOf({ kit, school, firm, office, hr }: Bare) {
  const acceptedOrder = () =>
    asSystem<WorkforceTables, string>(kit.kernel, school, async ({ db, now }) => {
      const id = newId();
      const key = { tenantId: school, enterpriseId: firm };
      await db
        .insertInto('talentOrder')
        .values({
          ...{ ...key, id, number: id, state: 'accepted', className: '定远订单班', programmeId: null },
          ...{
            majorCode: '460307',
            programmeName: '工业过程自动化技术',
            programmeNameEn: 'Process automation',
          },
          ...{ seats: 20, startQuarter: '2027-Q1', reason: null, note: '', answer: '', forecastId: null },
          ...{ createdBy: null, createdAt: now, changedAt: now },
        })
        .execute();
      const post = {
        ...{
          code: 'P01',
          title: '中控操作员',
          titleEn: 'DCS operator',
          occupation: '3133',
          siteName: '一厂',
        },
        ...{ headcount: 120, monthlyPay: 620_000, internPay: 420_000, hazards: ['noise'], nightShift: true },
        ...{ majorCategories: [46], labourGrade: 2 },
      };
      await db
        .insertInto('orderLine')
        .values({ ...key, orderId: id, postId: newId(), seats: 20, post: JSON.stringify(post) })
        .execute();
      return id;
    });
  const begun = async () => {
    const orderId = await acceptedOrder();
    const period = { validFrom: '2027-01-01', validTo: '2029-12-31' };
    return (await kit.call(createAgreement, office, { orderId, ...period, signerPost: '校长' })).id;
  };
  const confirmBoth = async (agreementId: string) => {
    await kit.call(setParty, hr, {
      ...{ agreementId, legalRepresentative: '沈立成', address: '哈密市高新区' },
      ...{ signer: hr.name, signerPost: '董事长' },
    });
    const { clauses } = await kit.call(getAgreement, office, { agreementId });
    const sections = clauses.map(({ clause, revision }) => ({ clause, revision }));
    await kit.call(confirmSections, office, { agreementId, sections });
    await kit.call(confirmSections, hr, { agreementId, sections });
  };
  const fixed = async () => {
    const id = await begun();
    await confirmBoth(id);
    const { documentDigest } = await kit.call(fixAgreement, office, { agreementId: id });
    return { id, digest: documentDigest ?? '' };
  };
  return { acceptedOrder, begun, confirmBoth, fixed };
}
