import { contract as bases } from '@dualtrack/training-bases/contract';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';
const teacher = 'teacher@yizhou.example';

const choice = (text: string, textEn: string) => ({ text, textEn });
const questions = [
  {
    id: 'q1',
    text: '进入车间前首先要做什么？',
    textEn: 'What comes first before you enter the workshop?',
    choices: [
      choice('穿戴好规定的劳动防护用品', 'Put on the protective equipment that is prescribed'),
      choice('先找到自己的工位', 'Find the own workstation'),
      choice('打开设备电源', 'Switch the machine on'),
    ],
    answer: 0,
  },
  {
    id: 'q2',
    text: '设备发出异常声响时应当怎样做？',
    textEn: 'A machine makes an unusual noise. What do you do?',
    choices: [
      choice('自己打开防护罩查看', 'Open the guard and look'),
      choice('按下急停并报告师傅', 'Press the emergency stop and tell the mentor'),
      choice('等它自己恢复', 'Wait until it stops'),
    ],
    answer: 1,
  },
  {
    id: 'q3',
    text: '师傅不在场时可以独立操作吗？',
    textEn: 'May you work alone when the mentor is away?',
    choices: [choice('可以', 'Yes'), choice('不可以', 'No')],
    answer: 1,
  },
];
const guide = '先完整阅读本单元操作规程；穿戴好安全帽、护目镜和防护鞋；不清楚时先问师傅。';
const guideEn =
  'Read the rules of this unit first; wear helmet, goggles and safety shoes; ask your mentor whenever you are not sure.';

/** Plays what keeps a base safe and in order: exams, an inventory with inspections, bookings, and where it is. */
export async function playSafety(stage: Stage, baseId: string, on: string, bookedFor: string): Promise<void> {
  const base = await stage.act(bases.get, office, on, { baseId });
  for (const unit of base.units.slice(0, 2)) {
    await stage.act(bases.induction.set, hr, on, {
      ...{ baseId, unitId: unit.id, guide, guideEn, passMark: 100, questions },
    });
  }
  const things = [
    ['DY-EQ-0101', '直流微欧计', 'Micro-ohmmeter', 'ready', '2027-10-31'],
    ['DY-EQ-0102', '红外热像仪', 'Thermal camera', 'ready', '2027-06-30'],
    ['DY-EQ-0103', '5 吨电动葫芦', 'Electric hoist, 5 t', 'limited', '2026-10-15'],
    ['DY-EQ-0104', '手持式光谱仪', 'Hand-held spectrometer', 'broken', null],
  ] as const;
  for (const [at, [assetNumber, name, nameEn, condition, inspectionDue]] of things.entries()) {
    const stationId = base.stations[at]?.id ?? null;
    const facts = { assetNumber, name, nameEn, condition, inspectionDue, stationId };
    await stage.act(bases.saveEquipment, hr, on, { baseId, ...facts });
  }
  const { equipment } = await stage.act(bases.get, office, on, { baseId });
  const hours: [string, number, number, number, string][] = [
    [office, 0, 1, 3, '接触电阻测量示范'],
    [teacher, 0, 6, 8, '电解车间实训课'],
    [hr, 1, 1, 4, '设备点检'],
  ];
  for (const [who, at, from, to, purpose] of hours) {
    const time = (hour: number) => `${bookedFor}T0${hour}:00:00.000Z`;
    const equipmentId = equipment[at]?.id ?? '';
    const span = { startsAt: time(from), endsAt: time(to) };
    await stage.act(bases.bookings.create, who, on, { baseId, equipmentId, ...span, purpose });
  }
  const address = '新疆哈密市伊州区工业园区（示例地址）';
  await stage.act(bases.setPosition, hr, on, { baseId, address, latitude: 42.83, longitude: 93.51 });
}
