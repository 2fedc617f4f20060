import { PageHeader, StateTag, type TimeBlock, TimeChart, useToast } from '@dualtrack/ui';

const units = ['DCS 操作', '仪表', '电气', '设备点检', '焊接', '化验', '安全', '仓储'];
const weeks = Array.from({ length: 24 }, (_, at) => ({
  start: new Date(Date.UTC(2026, 8, 7) + at * 7 * 86_400_000).toISOString().slice(0, 10),
}));
const rows = Array.from({ length: 14 }, (_, at) => ({
  id: `r${at}`,
  label: ['赵小龙', '古丽娜尔', '王磊', '艾力江', '李娜', '张伟', '热依汗'][at % 7] + (at > 6 ? '二' : ''),
  note: `2024 级 ${1 + (at % 2)} 班`,
}));
const blocks: TimeBlock[] = rows.flatMap((row, at): TimeBlock[] => [
  { id: `${row.id}-s`, row: row.id, from: 0, length: 3, label: '在校', side: 'school' },
  ...[0, 1, 2, 3].map((turn): TimeBlock => {
    const unit = (turn + at) % 8;
    return {
      id: `${row.id}-${turn}`,
      row: row.id,
      from: 3 + turn * 4 + (turn > 1 ? 2 : 0),
      length: turn % 2 ? 4 : 3,
      label: units[unit] ?? '',
      detail: '二号厂房 · 库尔班师傅',
      tint: unit,
    };
  }),
  { id: `${row.id}-e`, row: row.id, from: 21, length: 3, label: '考核', side: 'student' },
]);

/** A rotation. */
export function PlanPage() {
  const toast = useToast();
  return (
    <>
      <PageHeader title="2026 年秋季轮岗计划" state={<StateTag tone="now">待发布</StateTag>} />
      <TimeChart
        label="2026 年秋季轮岗计划"
        rowLabel="学生"
        rows={rows}
        weeks={weeks}
        blocks={blocks}
        today="2026-11-22"
        onOpen={(block) => toast(block.label)}
      />
    </>
  );
}
