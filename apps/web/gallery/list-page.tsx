import { type Column, DataTable, EmptyState, PageHeader, StateTag, type TableQuery } from '@dualtrack/ui';
import { Button } from 'antd';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly enterprise: string;
  readonly seats: number;
  readonly applied: number;
  readonly state: string;
  readonly start: string;
};

const words = ['机电一体化技术', '应用化工技术', '工业过程自动化', '智能焊接技术'];
const states = ['草稿', '招生中', '培养中', '已结业'];
const rows: Row[] = Array.from({ length: 137 }, (_, at) => ({
  id: String(at),
  name: `${2024 + (at % 3)} 级${words[at % 4]}订单班`,
  enterprise: '定远新材料集团有限公司',
  seats: 20 + (at % 25),
  applied: 12 + ((at * 7) % 40),
  state: states[at % 4] ?? '',
  start: `2026-0${1 + (at % 9)}-02`,
}));

async function load(query: TableQuery) {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const fit = rows.filter(
    (row) => row.name.includes(query.q ?? '') && (!query.state || row.state === query.state),
  );
  return { items: fit.slice((query.page - 1) * query.size, query.page * query.size), total: fit.length };
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    header: '班级',
    cell: (row) => row.name,
    text: (row) => row.name,
    isSortable: true,
    isTitle: true,
  },
  {
    key: 'state',
    header: '状态',
    cell: (row) => <StateTag tone={row.state === '招生中' ? 'now' : 'plain'}>{row.state}</StateTag>,
    text: (row) => row.state,
  },
  { key: 'enterprise', header: '企业', cell: (row) => row.enterprise, text: (row) => row.enterprise },
  {
    key: 'seats',
    header: '名额',
    cell: (row) => row.seats,
    text: (row) => row.seats,
    isNumber: true,
    isSortable: true,
  },
  { key: 'applied', header: '报名', cell: (row) => row.applied, text: (row) => row.applied, isNumber: true },
  { key: 'start', header: '开班', cell: (row) => row.start, text: (row) => row.start, isSortable: true },
];

/** A list. */
export function ListPage() {
  return (
    <>
      <PageHeader title="订单班" actions={<Button type="primary">新建班级</Button>} />
      <DataTable
        name="gallery.list"
        label="订单班"
        load={load}
        columns={columns}
        rowKey={(row) => row.id}
        rowPath={(row) => `/object?id=${row.id}`}
        filters={[{ key: 'state', label: '状态', options: states.map((value) => ({ value, label: value })) }]}
        defaultSort="-start"
        exportName="订单班"
        empty={<EmptyState title="还没有订单班" />}
      />
    </>
  );
}
