import type { ImportTable } from './contract.ts';

/** A column of an import: its header in both languages, and what its cells hold. */
export type ImportColumn = {
  key: string;
  headers: readonly [zh: string, en: string];
  required: boolean;
  type: 'text' | 'day' | 'decimal' | 'money';
  choices?: readonly (readonly [zh: string, en: string])[];
};

const who = [
  { key: 'student', headers: ['学生', 'Student'], required: true, type: 'text' },
  // Tells namesakes apart.
  { key: 'post', headers: ['岗位', 'Post'], required: false, type: 'text' },
] as const satisfies ImportColumn[];

const yes = ['是', 'yes'] as const;
const no = ['否', 'no'] as const;

/** Who ended an employment, as it stands in a file. */
export const leftByWords = { graduate: ['学生', 'graduate'], enterprise: ['企业', 'enterprise'] } as const;

/** The columns of each table, in the order of its template. */
export const importColumns: Readonly<Record<ImportTable, readonly ImportColumn[]>> = {
  outcomes: [
    ...who,
    { key: 'isTrained', headers: ['完成培训', 'Trained'], required: true, type: 'text', choices: [yes, no] },
    { key: 'offeredOn', headers: ['录用通知日期', 'Offered on'], required: false, type: 'day' },
    { key: 'joinedOn', headers: ['入职日期', 'Joined on'], required: false, type: 'day' },
    { key: 'monthlyPay', headers: ['月薪（元）', 'Monthly pay (yuan)'], required: false, type: 'money' },
    { key: 'leftOn', headers: ['离职日期', 'Left on'], required: false, type: 'day' },
    {
      key: 'leftBy',
      headers: ['离职提出方', 'Ended by'],
      required: false,
      type: 'text',
      choices: [leftByWords.graduate, leftByWords.enterprise],
    },
    { key: 'leftReason', headers: ['离职原因', 'Reason for leaving'], required: false, type: 'text' },
  ],
  marks: [
    ...who,
    { key: 'unit', headers: ['培训单元', 'Training unit'], required: false, type: 'text' },
    { key: 'score', headers: ['成绩', 'Mark'], required: true, type: 'decimal' },
  ],
};

/** Whether a cell says yes or no, in either language; undefined for anything else. */
export function readYesNo(text: string): boolean | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === yes[0] || plain === yes[1]) return true;
  return plain === no[0] || plain === no[1] ? false : undefined;
}
