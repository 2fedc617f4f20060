/** Tables of this room that go to and come from a spreadsheet. */
export const talentTables = ['experts', 'rooms'] as const;
export type TalentTable = (typeof talentTables)[number];

/** A column: its header in both languages; `max`: the most characters of a cell. */
export type TalentColumn = {
  key: string;
  headers: readonly [zh: string, en: string];
  required: boolean;
  type: 'text' | 'integer';
  max: number;
};

const column = (
  key: string,
  zh: string,
  en: string,
  more: Partial<Pick<TalentColumn, 'required' | 'type' | 'max'>> = {},
): TalentColumn => ({ key, headers: [zh, en], required: false, type: 'text', max: 300, ...more });

/** The columns of each table, in the order of its template. Lists in one cell are parted by a semicolon or 、. */
export const talentColumns: Readonly<Record<TalentTable, readonly TalentColumn[]>> = {
  experts: [
    column('name', '姓名', 'Name', { required: true, max: 100 }),
    column('nameEn', '英文姓名', 'Name in English', { max: 100 }),
    column('title', '职称或职务', 'Title'),
    column('titleEn', '英文职称', 'Title in English'),
    column('occupations', '职业（ISCO-08）', 'Occupations (ISCO-08)'),
    column('tags', '专长', 'Skills', { max: 1_000 }),
    column('certificates', '证书', 'Certificates', { max: 1_000 }),
    column('monthlyHours', '每月最多小时', 'Hours a month', { type: 'integer' }),
    column('region', '工作地区划代码', 'Division code'),
    column('mail', '邮箱', 'Mail', { max: 200 }),
    column('approver', '须由谁批准', 'Approved by'),
    column('consentNote', '同意列出的材料', 'Paper of consent'),
  ],
  rooms: [
    column('name', '场地', 'Room', { required: true, max: 200 }),
    column('nameEn', '英文名称', 'Name in English', { max: 200 }),
    column('address', '位置', 'Place'),
    column('seats', '座位', 'Seats', { required: true, type: 'integer' }),
    column('zone', '时区', 'Time zone', { max: 60 }),
    column('region', '节假日按', 'Holidays of', { max: 24 }),
  ],
};

/** What a cell holds as a list. */
export const cellList = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(/[;；、\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];
