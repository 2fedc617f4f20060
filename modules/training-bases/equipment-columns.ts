import type { conditions } from './contract.ts';

type Condition = (typeof conditions)[number];

/** A column of the inventory as a spreadsheet: its header in both languages, and the most characters of a cell. */
export type EquipmentColumn = {
  key: 'assetNumber' | 'name' | 'nameEn' | 'station' | 'condition' | 'inspectionDue' | 'note';
  headers: readonly [zh: string, en: string, ...more: string[]];
  required: boolean;
  max: number;
};

const column = (
  key: EquipmentColumn['key'],
  headers: EquipmentColumn['headers'],
  max: number,
  required = false,
): EquipmentColumn => ({ key, headers, required, max });

/** The columns in the order of the template; further headers are words that inventory lists use for the same. */
export const equipmentColumns: readonly EquipmentColumn[] = [
  column('assetNumber', ['资产编号', 'Asset number', '设备编号', '固定资产编号', '编号', 'Asset'], 60, true),
  column('name', ['名称', 'Name', '设备名称', '资产名称'], 200, true),
  column('nameEn', ['英文名称', 'Name in English'], 200),
  column('station', ['工位编号', 'Workstation code', '工位', 'Workstation'], 200),
  column('condition', ['状态', 'Condition', '设备状态', '状况'], 20),
  column('inspectionDue', ['检验到期', 'Inspection due', '下次检验日期', '检验有效期'], 40),
  column('note', ['备注', 'Note', '说明'], 500),
];

/** How each condition is written: Chinese and English first, then words that lists use. */
export const conditionWords: Readonly<Record<Condition, readonly [zh: string, en: string, ...string[]]>> = {
  ready: ['完好', 'Ready', '正常', '在用', '可用'],
  limited: ['部分可用', 'Limited', '受限', '待检', '限用'],
  broken: ['故障', 'Broken', '停用', '损坏', '维修', '报修'],
};
