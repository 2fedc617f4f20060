import type { AccountsTables } from '@dualtrack/accounts/server';
import { addMember, hashPassword } from '@dualtrack/accounts/server';
import type { Role } from '@dualtrack/platform/contract';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import { sql } from 'kysely';

/** Password of every example sign-in; printed at the start and listed on the sign-in page. */
export const examplePassword = 'dualtrack-example';

/** A person of the example who can sign in. */
export type ExamplePerson = {
  signInName: string;
  name: string;
  title: string;
  role: Role;
  home: 'school' | 'enterprise' | 'authority' | 'host';
  /** Natural key of the record that the person is: table, column, value. */
  record?: { table: string; column: string; value: string };
};

const ofStudent = (value: string) => ({ table: 'student', column: 'student_number', value });

/** At least one person for each role; two students, one of them under age. All invented. */
export const examplePeople: readonly ExamplePerson[] = [
  {
    signInName: 'hr@dingyuan.example',
    name: '苏文博',
    title: '人力资源总监',
    role: 'enterprise-hr',
    home: 'enterprise',
  },
  {
    signInName: 'office@yizhou.example',
    name: '方晓雯',
    title: '校企合作办公室主任',
    role: 'school-office',
    home: 'school',
  },
  {
    signInName: 'president@yizhou.example',
    name: '林知远',
    title: '校长',
    role: 'school-office',
    home: 'school',
  },
  {
    signInName: 'chair@dingyuan.example',
    name: '沈立成',
    title: '董事长',
    role: 'enterprise-hr',
    home: 'enterprise',
  },
  {
    signInName: 'head@yizhou.example',
    name: '',
    title: '专业带头人',
    role: 'programme-head',
    home: 'school',
    record: { table: 'teacher', column: 'staff_number', value: 'T101' },
  },
  {
    signInName: 'teacher@yizhou.example',
    name: '',
    title: '实习指导教师',
    role: 'teacher',
    home: 'school',
    record: { table: 'teacher', column: 'staff_number', value: 'T102' },
  },
  {
    signInName: 'student@yizhou.example',
    name: '',
    title: '',
    role: 'student',
    home: 'school',
    record: ofStudent('202503006'),
  },
  {
    signInName: 'graduate@yizhou.example',
    name: '',
    title: '',
    role: 'student',
    home: 'school',
    record: ofStudent('202301012'),
  },
  {
    signInName: 'guardian@yizhou.example',
    name: '',
    title: '',
    role: 'guardian',
    home: 'school',
    record: ofStudent('202503006'),
  },
  {
    signInName: 'project@dingyuan.example',
    name: '韩志诚',
    title: '新材料二期项目经理',
    role: 'project-lead',
    home: 'enterprise',
  },
  {
    signInName: 'mentor@dingyuan.example',
    name: '',
    title: '带教师傅',
    role: 'mentor',
    home: 'enterprise',
    record: { table: 'staff', column: 'staff_number', value: 'M001' },
  },
  {
    signInName: 'authority@hami.example',
    name: '周明理',
    title: '职业教育科',
    role: 'authority',
    home: 'authority',
  },
  { signInName: 'operator@dualtrack.example', name: '平台管理员', title: '', role: 'operator', home: 'host' },
];

/** Keeps the public record of 12 March 2025; belongs to neither of its parties. */
export const recordKeeper = {
  signInName: 'record@dualtrack.example',
  name: '公开记录登记',
  role: 'school-office',
} as const;

/** Makes the example people members of their homes. Gives what the sign-in page lists. */
export async function addExamplePeople(
  kernel: Kernel,
  homes: Readonly<Record<ExamplePerson['home'], string>>,
  people: readonly ExamplePerson[],
): Promise<void> {
  const passwordHash = await hashPassword(examplePassword);
  for (const person of people) {
    await asSystem<AccountsTables, void>(kernel, homes[person.home], async (context) => {
      const { record } = person;
      let subjectId: string | null = null;
      let { name } = person;
      if (record !== undefined) {
        const { rows } = await sql<{
          id: string;
          name: string;
          guardianName: string | null;
        }>`select id, name${record.table === 'student' ? sql`, guardian_name as "guardianName"` : sql``} from ${sql.table(record.table)}
          where tenant_id = ${context.tenant} and ${sql.ref(record.column)} = ${record.value}`.execute(
          context.transaction.plain,
        );
        const row = rows[0];
        if (row === undefined) throw new Error(`the example has no ${record.table} ${record.value}`);
        subjectId = row.id;
        name = person.role === 'guardian' ? (row.guardianName ?? row.name) : row.name;
      }
      await addMember(context, { ...person, name, subjectId, passwordHash });
    });
  }
}
