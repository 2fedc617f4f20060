import type { setDemoTour } from '@dualtrack/accounts/server';
import type { Kernel } from '@dualtrack/platform/operation';

type Steps = Parameters<typeof setDemoTour>[0];

const hr = { signInName: 'hr@dingyuan.example', role: 'enterprise-hr' } as const;
const office = { signInName: 'office@yizhou.example', role: 'school-office' } as const;
const student = { signInName: 'student@yizhou.example', role: 'student' } as const;

/** The way through the thread, each step on the real page of the record that the example holds. */
export async function tourOf(kernel: Kernel): Promise<Steps> {
  // Read as the composition, past no wall that matters here: ids of the example's own records only.
  const newest = async (statement: string): Promise<string> => {
    const { rows } = await kernel.pool.raw.query<{ tenant: string }>(
      "select tenant_id as tenant from organisation where kind = 'school' and is_illustrative",
    );
    const school = rows[0]?.tenant;
    if (school === undefined) return '';
    const client = await kernel.pool.raw.connect();
    try {
      await client.query('begin');
      await client.query(`set local app.tenant = '${school}'`);
      const found = await client.query<{ id: string }>(statement, [school]);
      return found.rows[0]?.id ?? '';
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const order = await newest(
    'select id from talent_order where tenant_id = $1 order by created_at desc limit 1',
  );
  const agreement = await newest(
    "select id from agreement where tenant_id = $1 and state = 'in-force' order by created_at desc limit 1",
  );
  const finished = await newest('select id from order_class where tenant_id = $1 order by starts_on limit 1');
  const current = await newest(
    'select id from order_class where tenant_id = $1 order by starts_on desc limit 1',
  );
  const base = await newest('select id from base where tenant_id = $1 limit 1');
  const plan = await newest(
    "select id from rotation_plan where tenant_id = $1 and state = 'published' limit 1",
  );
  const steps = [
    { titleKey: 'accounts:tour.gap', path: '/demand', ...hr },
    { titleKey: 'accounts:tour.order', path: `/talent-orders/${order}`, ...hr },
    { titleKey: 'accounts:tour.agreement', path: `/agreements/${agreement}`, ...office },
    { titleKey: 'accounts:tour.class', path: `/order-classes/${current}`, ...office },
    { titleKey: 'accounts:tour.matching', path: `/order-classes/${finished}?tab=matching`, ...office },
    { titleKey: 'accounts:tour.base', path: `/bases/${base}`, ...hr },
    { titleKey: 'accounts:tour.rotation', path: `/rotations/${plan}`, ...office },
    { titleKey: 'accounts:tour.law', path: `/compliance/classes/${finished}`, ...office },
    { titleKey: 'accounts:tour.scoreboard', path: '/scoreboard', ...office },
    { titleKey: 'accounts:tour.student', path: '/', ...student },
    {
      titleKey: 'accounts:tour.record',
      path: '/agreements',
      signInName: 'record@dualtrack.example',
      role: 'school-office' as const,
    },
  ];
  return steps.map((step, index) => ({ step: index + 1, ...step }));
}
