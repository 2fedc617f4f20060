import type { AccountsTables } from '@dualtrack/accounts/server';
import { accounts, addMember, hashPassword, registerOrganisation } from '@dualtrack/accounts/server';
import { contract } from '@dualtrack/agreements/contract';
import { agreements, recordFact } from '@dualtrack/agreements/server';
import { compliance } from '@dualtrack/compliance/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type Operation } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { workforce } from '@dualtrack/workforce/server';
import pg from 'pg';
import { report, spread } from './measure.ts';

const partners = 40;
const perAgreement = 6;

const median = (values: readonly number[]) => spread(values).median;

/** 95th percentile of measured values. */
function p95(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? 0;
}

async function timings(rounds: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    found.push(performance.now() - start);
  }
  return found;
}

async function people(
  kit: TestKernel,
): Promise<{ school: string; firms: string[]; office: Actor; hr: Actor }> {
  const school = newId();
  const firms = Array.from({ length: partners }, () => newId());
  const register = (id: string, kind: 'school' | 'enterprise', name: string) =>
    registerOrganisation(kit.kernel, {
      id,
      kind,
      name,
      nameEn: name,
      code: id,
      regionCode: '6505',
      isIllustrative: true,
    });
  await register(school, 'school', '职业学院');
  for (const [index, firm] of firms.entries()) {
    await register(firm, 'enterprise', `企业${index}`);
    await asSystem(kit.kernel, school, ({ transaction }) =>
      grantPartnership(transaction, { school, enterprise: firm, validFrom: '2020-01-01' }),
    );
  }
  const passwordHash = await hashPassword('a long enough word');
  const actor = async (
    tenant: string,
    role: 'school-office' | 'enterprise-hr',
    homes: string[],
  ): Promise<Actor> => {
    const made = await asSystem<AccountsTables, { personId: string; membershipId: string }>(
      kit.kernel,
      tenant,
      (context) => addMember(context, { signInName: newId(), name: role, role, passwordHash }),
    );
    const kind = role === 'school-office' ? 'school' : 'enterprise';
    return { ...made, name: role, role, tenant, kind, homes, subjectId: null };
  };
  const hr = await actor(firms[0] ?? school, 'enterprise-hr', [school]);
  return { school, firms, office: await actor(school, 'school-office', []), hr };
}

/** Agreements in force with their duties, dues and facts, written by the database itself. */
async function fill(url: string, school: string, firms: readonly string[], count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const firm = `($2::uuid[])[1 + (n % ${firms.length})]`;
  await client.query(
    `insert into agreement (tenant_id, enterprise_id, id, number, kind, title, title_en, state, valid_from, valid_to, parties,
       variables, created_at, changed_at)
     select $1, ${firm}, gen_random_uuid(), 'AG-' || n, 'order-class', '校企订单式合作培养协议第' || n || '号', 'Agreement ' || n,
       (array['in-force','in-force','in-force','ended','negotiating','suspended'])[1 + n % 6], date '2024-01-01' + (n % 700),
       date '2026-06-01' + (n % 900), '[]', '{"terms":null,"order":null}', now(), now() - make_interval(mins => n)
     from generate_series(1, ${count}) n`,
    [school, [...firms]],
  );
  await client.query(
    `insert into obligation (tenant_id, enterprise_id, id, agreement_id, key, clause, metric, owed_by, target, cadence, due_on,
       basis, position, created_at, changed_at)
     select a.tenant_id, a.enterprise_id, gen_random_uuid(), a.id, 'k' || k, 'O0' || k,
       (array['seats-filled','course-hours','practice-weeks','offers-made','meetings-held','renewal-decision'])[k],
       (array['school','enterprise','both'])[1 + k % 3], (array[20,64,400,800,2,1])[k], 'once', a.valid_to - 90 * (k - 1), 'paper', k,
       now(), now()
     from agreement a, generate_series(1, ${perAgreement}) k where a.tenant_id = $1`,
    [school],
  );
  await client.query(
    `insert into obligation_due (tenant_id, enterprise_id, obligation_id, due_key, agreement_id, counts_from, counts_to, due_on, target, owed_by, is_share, is_paused)
     select o.tenant_id, o.enterprise_id, o.id, 'once', o.agreement_id, a.valid_from, a.valid_to, o.due_on, o.target, o.owed_by,
       o.metric = 'offers-made', a.state = 'suspended'
     from obligation o join agreement a on a.tenant_id = o.tenant_id and a.id = o.agreement_id where o.tenant_id = $1`,
    [school],
  );
  // Of what was due before today nine in ten duties are done, of the rest a part.
  await client.query(
    `insert into obligation_fact (tenant_id, enterprise_id, agreement_id, metric, source_module, source_record, version, happened_on,
       amount, whole, recorded_at)
     select o.tenant_id, o.enterprise_id, o.agreement_id, o.metric, 'bench', f::text, 1, a.valid_from + f * 20,
       case when o.due_on < current_date and hashtext(o.id::text) % 10 <> 0 then ceil(o.target / 5.0) else ceil(o.target / 20.0) end,
       case when o.metric = 'offers-made' then ceil(o.target / 5.0) else 0 end, now()
     from obligation o join agreement a on a.tenant_id = o.tenant_id and a.id = o.agreement_id, generate_series(1, 5) f
     where o.tenant_id = $1`,
    [school],
  );
  await client.query('analyze');
  await client.end();
}

function operationOf(procedure: unknown): Operation {
  const find = (tree: object): Operation | undefined => {
    for (const entry of Object.values(tree)) {
      if ('procedure' in entry && 'run' in entry) {
        if (entry.procedure === procedure) return entry;
      } else {
        const found = find(entry);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const found = find(agreements.operations);
  if (found === undefined) throw new Error('no such operation');
  return found;
}

/** Register page and count of duties with many agreements on one school's home. */
export async function benchAgreements(count: number): Promise<void> {
  const kit = await testKernel([accounts, organisations, workforce, compliance, agreements]);
  try {
    const { school, firms, office, hr } = await people(kit);
    await fill(kit.adminUrl, school, firms, count);
    const client = new pg.Client({ connectionString: kit.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string; enterprise_id: string }>(
      'select id, enterprise_id from agreement order by id',
    );
    const tell = (some: typeof rows) =>
      asSystem(kit.kernel, school, (context) =>
        recordFact(
          context,
          some.map(({ id: agreementId, enterprise_id: enterpriseId }) => ({
            ...{ agreementId, enterpriseId, metric: 'seats-filled' as const, amount: 1 },
            ...{ happenedOn: context.today, source: { module: 'bench', recordId: newId(), version: 1 } },
          })),
        ),
      );
    const start = performance.now();
    for (let index = 0; index < rows.length; index += 200) await tell(rows.slice(index, index + 200));
    report(`all ${count * perAgreement} duties counted anew`, [(performance.now() - start) / 1_000], 's');
    await client.query('vacuum analyze');
    await client.end();
    const list = operationOf(contract.list);
    const open = operationOf(contract.obligations.open);
    const pages: [string, Actor, Operation, Record<string, unknown>][] = [
      ['register, first page', office, list, { size: 50 }],
      ['register, sorted by end, page 60', office, list, { size: 50, page: 60, sort: 'validTo' }],
      ['register, ends within 90 days', office, list, { size: 50, endsWithin: 90, sort: 'validTo' }],
      ['register, words searched for', office, list, { size: 50, q: '第99' }],
      ['register, one partner', office, list, { size: 50, partner: firms[3] }],
      ['register, as an enterprise', hr, list, { size: 50 }],
      ['open duties, first page', office, open, { size: 50 }],
      ['open duties that are missed', office, open, { size: 50, standing: 'missed' }],
      ['due soon, home card', office, open, { size: 6, side: 'school', within: 30 }],
    ];
    for (const [name, actor, operation, input] of pages) {
      await kit.call(operation, actor, input);
      const found = await timings(60, () => kit.call(operation, actor, input));
      report(`${name} of ${count}, p95`, [p95(found)], 'ms', `median ${median(found).toFixed(1)}, aim ≤ 100`);
    }
    const facts = await timings(200, (round) => tell(rows.slice(round, round + 1)));
    report('a fact kept and the duties of its agreement counted, p95', [p95(facts)], 'ms', 'aim ≤ 100');
    const dawn = performance.now();
    await agreements.daily?.(kit.kernel);
    report(`a new day for all of them`, [(performance.now() - dawn) / 1_000], 's');
  } finally {
    await kit.close();
  }
}
