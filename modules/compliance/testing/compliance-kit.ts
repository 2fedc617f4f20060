import { accounts } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import type { Actor } from '@dualtrack/platform/access';
import { grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type TransactionContext } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { workforce } from '@dualtrack/workforce/server';
import pg from 'pg';
import { type ComplianceTables, compliance, describeClass, recordFacts } from '../server/index.ts';

type Filed = Readonly<Record<string, unknown>>;

/** Two schools and two firms, all partners, and classes told of as order-classes does. */
export type ComplianceKit = TestKernel & {
  ids: Record<'school' | 'firm' | 'otherSchool' | 'otherFirm' | 'authority' | 'otherAuthority', string>;
  actor(role: Role, tenant?: string): Actor;
  /** Work as a later room does it, in a school's home. */
  as<T>(school: string, work: (context: TransactionContext<ComplianceTables>) => Promise<T>): Promise<T>;
  /** A class with one placement for each set of own facts, over facts of the whole class. */
  addClass(given: {
    own: readonly Filed[];
    whole?: Filed;
    school?: string;
    dates?: { startsOn: string; endsOn: string };
  }): Promise<{ classId: string; placementIds: string[] }>;
};

const organisationsOf = (ids: ComplianceKit['ids']) => [
  [ids.school, 'school', '伊州职业技术学院', '12650599EXAMPLE112', '650502'],
  [ids.otherSchool, 'school', '另一所学校', '12650599EXAMPLE200', '620100'],
  [ids.authority, 'authority', '哈密市教育局', '11650599EXAMPLE38W', '650500'],
  [ids.otherAuthority, 'authority', '没有登记地区的主管部门', '11650599EXAMPLE400', null],
  [ids.firm, 'enterprise', '定远新材料集团有限公司', '91650599EXAMPLE2XL', '650502'],
  [ids.otherFirm, 'enterprise', '另一家企业', '91650599EXAMPLE300', '650502'],
];

export async function complianceKit(): Promise<ComplianceKit> {
  const kit = await testKernel([accounts, organisations, workforce, compliance]);
  const ids = {
    ...{ school: newId(), firm: newId(), otherSchool: newId(), otherFirm: newId() },
    ...{ authority: newId(), otherAuthority: newId() },
  };
  const admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  for (const row of organisationsOf(ids)) {
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, region_code, created_at) values ($1, $2, $4, $3, $3, $5, '2026-01-01')`,
      row,
    );
  }
  await admin.end();
  for (const school of [ids.school, ids.otherSchool]) {
    for (const enterprise of [ids.firm, ids.otherFirm]) {
      await transact(kit.kernel.pool, ownScope(school), (transaction) =>
        grantPartnership(transaction, { school, enterprise, validFrom: '2026-01-01' }),
      );
    }
  }
  const as: ComplianceKit['as'] = (school, work) => asSystem(kit.kernel, school, work);
  return {
    ...kit,
    ids,
    as,
    actor(role, given) {
      const kind = kindOfRole(role);
      const tenant =
        given ?? (kind === 'school' ? ids.school : kind === 'enterprise' ? ids.firm : ids.authority);
      const homes = kind === 'enterprise' ? [ids.school, ids.otherSchool] : [];
      return {
        ...{ personId: newId(), name: `某${role}`, membershipId: newId(), role, tenant, kind, homes },
        subjectId: null,
      };
    },
    async addClass({ own, whole = {}, school = ids.school, dates }) {
      const classId = newId();
      const placementIds = own.map(() => newId());
      const { startsOn = '2026-03-02', endsOn = '2026-08-28' } = dates ?? {};
      const source = { module: 'order-classes', recordId: classId };
      const factsOf = (placementId: string | null, facts: Filed) =>
        Object.entries(facts).map(([name, value]) => ({
          ...{ classId, placementId, enterpriseId: ids.firm, name, value, source },
        }));
      await as(school, async (context) => {
        await describeClass(context, {
          ...{ classId, enterpriseId: ids.firm, name: '定远订单班', hostName: '定远新材料集团有限公司' },
          ...{ startsOn, endsOn },
          placements: placementIds.map((placementId, index) => ({
            ...{ placementId, studentName: `学生${index + 1}`, postTitle: '配料' },
          })),
        });
        await recordFacts(context, factsOf(null, whole));
        await recordFacts(
          context,
          placementIds.flatMap((placementId, index) => factsOf(placementId, own[index] ?? {})),
        );
      });
      return { classId, placementIds };
    },
  };
}
