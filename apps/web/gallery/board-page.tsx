import { Chart, type ChartData, PageHeader } from '@dualtrack/ui';

const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'];
const gap: ChartData = {
  categories: quarters,
  categoryLabel: '季度',
  unit: '人',
  series: [
    {
      name: '缺口',
      kind: 'band',
      side: 'enterprise',
      values: [4, 9, 38, 44, 46, 40, 31, 22],
      low: [1, 4, 27, 31, 30, 22, 12, 4],
      high: [8, 16, 50, 58, 62, 60, 52, 44],
    },
    { name: '毕业生供给', kind: 'line', side: 'school', values: [0, 40, 0, 0, 0, 42, 0, 0], isDashed: true },
  ],
};
const funnel: ChartData = {
  categories: ['名额', '报名', '录取', '结业', '录用', '在岗满半年'],
  categoryLabel: '阶段',
  unit: '人',
  series: [
    { name: '2025 级', kind: 'bar', side: 'school', values: [36, 52, 36, 34, 31, 29] },
    { name: '2026 级', kind: 'bar', side: 'enterprise', values: [36, 45, 36, null, null, null] },
  ],
};

/** Charts. */
export function BoardPage() {
  return (
    <>
      <PageHeader title="人才缺口：DCS 操作员" />
      <div style={{ display: 'grid', gap: 32 }}>
        <Chart title="未来八个季度的缺口" data={gap} summary="缺口从 2026 年第三季度起约 40 人。" />
        <Chart title="订单漏斗" data={funnel} height={260} />
      </div>
    </>
  );
}
