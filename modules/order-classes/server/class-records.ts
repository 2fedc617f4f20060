import { type Locale, phrase } from '@dualtrack/locales';
import type { OperationContext } from '@dualtrack/platform/operation';
import type { WriteColumn, WriteValue } from '@dualtrack/platform/sheets';
import { codeOf, yesNo } from '../class-sheet.ts';
import type { RecordTable } from '../contract/class-books.ts';
import { whyNot } from '../order-class.ts';
import { appealsOf } from './appeal-view.ts';
import { briefingsOf } from './briefings.ts';
import { changesOf } from './change-placement.ts';
import { seatsOf } from './class-view.ts';
import { slotsOf } from './interviews.ts';
import { seenRuns } from './match-class.ts';
import { refillProblem } from './refill-problem.ts';
import { wordsOfSeat } from './seat-words.ts';
import type { OrderClassesTables } from './tables.ts';
import { wallTime } from './wall-time.ts';

type Context = OperationContext<OrderClassesTables>;
type Row = Record<string, WriteValue>;
type Column = WriteColumn & { words: readonly [zh: string, en: string] };
type RecordRows = { columns: readonly Column[]; rows: Row[] };
/** What every table is written with: words in the reader's language, posts and times as people read them. */
type Words = {
  locale: Locale;
  seat: (id: string | null) => string;
  at: (instant: string) => { day: string; time: string };
  yes: (is: boolean) => string;
};
type Reader = (context: Context, classId: string, words: Words) => Promise<RecordRows>;

const column = (
  key: string,
  zh: string,
  en: string,
  type: NonNullable<WriteColumn['type']> = 'text',
  width = 14,
): Column => ({ key, header: '', words: [zh, en], type, width });
const student = column('student', '学生', 'Student');
const time = [column('day', '日期', 'Day', 'day'), column('time', '开始时间', 'Begins')];
const tidy = (day: string | null) => day ?? '';

const readers: Readonly<Record<RecordTable, Reader>> = {
  briefings: async (context, classId, { at, yes }) => ({
    columns: [
      ...time,
      column('minutes', '时长（分钟）', 'Minutes', 'integer'),
      column('place', '地点', 'Place', 'text', 24),
      column('link', '线上链接', 'Link', 'text', 30),
      column('places', '名额', 'Places', 'integer'),
      column('signedUp', '已报名', 'Signed up', 'integer'),
      column('schoolHost', '学校主持人', 'Host of the school'),
      column('enterpriseHost', '企业主持人', 'Host of the enterprise'),
      column('isCancelled', '已取消', 'Cancelled'),
    ],
    rows: (await briefingsOf(context, classId)).map(({ startsAt, isCancelled, names: _, ...one }) => ({
      ...at(startsAt),
      ...one,
      isCancelled: yes(isCancelled),
    })),
  }),
  bookings: async (context, classId, { at, yes, locale }) => ({
    columns: [
      ...time,
      column('place', '地点', 'Place', 'text', 24),
      column('interviewer', '面试官', 'Interviewer'),
      student,
      column('code', '编号', 'Code'),
      column('came', '到场', 'Came'),
      column('absence', '缺席原因', 'Why not'),
      column('note', '说明', 'In a few words', 'text', 30),
      column('another', '可另约', 'May book another'),
      column('isPast', '已另约', 'Booked another since'),
    ],
    rows: (await slotsOf(context, classId)).flatMap(({ startsAt, place, interviewer, booked }) =>
      booked.map((one) => ({
        ...at(startsAt),
        ...{ place, interviewer, student: one.studentName, code: codeOf(one.applicationId) },
        came: one.came === null ? '' : yes(one.came),
        absence:
          one.absence === null ? '' : phrase(locale, 'class-work', `interviews.absence.${one.absence}`),
        note: one.absenceNote,
        another: one.came === false ? yes(one.mayBookAnother) : '',
        isPast: one.isPast ? yes(true) : '',
      })),
    ),
  }),
  rounds: async (context, classId, { at, yes, locale }) => ({
    columns: [
      column('round', '轮次', 'Round', 'integer'),
      ...time,
      column('isPublished', '已公布', 'Published'),
      column('rule', '规则', 'Rule', 'text', 20),
      column('applicants', '报名人数', 'Applicants', 'integer'),
      column('matched', '录取人数', 'Placed', 'integer'),
      column('blockingPairs', '不稳定配对', 'Blocking pairs', 'integer'),
      column('groups', '分在一起的组', 'Groups kept', 'integer'),
      column('closed', '不开设的岗位', 'Posts not run', 'integer'),
      column('setAside', '让出的志愿', 'Wishes set aside', 'integer'),
      column('added', '比稳定结果多录', 'More than stable', 'integer'),
      column('worse', '录到较靠后志愿', 'Who like theirs less', 'integer'),
      column('isOutdated', '已过期', 'Out of date'),
    ],
    rows: (await seenRuns(context, classId)).map((run) => ({
      ...{ round: run.round, ...at(run.madeAt), isPublished: yes(run.isPublished) },
      rule: phrase(locale, 'class-work', `placing.${run.rule}`),
      ...{ applicants: run.applicants, matched: run.matched, blockingPairs: run.blockingPairs },
      groups: run.groups.filter(({ seatId }) => seatId !== null).length,
      ...{ closed: run.closed.length, setAside: run.setAside },
      ...{ added: run.filled?.added ?? null, worse: run.filled?.worse ?? null },
      isOutdated: yes(run.isOutdated),
    })),
  }),
  results: async (context, classId, { seat }) => {
    const runs = await seenRuns(context, classId);
    const published = runs.filter(({ isPublished }) => isPublished);
    return {
      columns: [
        column('round', '轮次', 'Round', 'integer'),
        student,
        column('seat', '岗位', 'Post', 'text', 24),
        column('choice', '第几志愿', 'Choice', 'integer'),
        column('score', '分数', 'Score', 'decimal'),
      ],
      // Before the publication the newest draft, as the page shows it.
      rows: (published.length > 0 ? published : runs.slice(0, 1)).flatMap(
        ({ round, assignments, unmatched }) => [
          ...assignments.map(({ studentName, seatId, choice, score }) => ({
            ...{ round, student: studentName, seat: seat(seatId), choice, score },
          })),
          ...unmatched.map((name) => ({ round, student: name, seat: '', choice: null, score: null })),
        ],
      ),
    };
  },
  waiting: async (context, classId) => {
    const row = await context.db
      .selectFrom('orderClass')
      .selectAll()
      .where('id', '=', classId)
      .executeTakeFirstOrThrow();
    const mayRead = whyNot(row, context.actor, 'refill') === null;
    const refill = mayRead ? await refillProblem(context, row) : undefined;
    return {
      columns: [column('round', '下一轮', 'Next round', 'integer'), student, column('code', '编号', 'Code')],
      rows: (refill?.waiting ?? []).map(({ studentName, applicationId }) => ({
        ...{ round: refill?.round ?? null, student: studentName, code: codeOf(applicationId) },
      })),
    };
  },
  placements: async (context, classId, { seat, locale }) => ({
    columns: [
      student,
      column('seat', '岗位', 'Post', 'text', 24),
      column('choice', '第几志愿', 'Choice', 'integer'),
      column('round', '轮次', 'Round', 'integer'),
      column('state', '状态', 'State'),
      column('from', '开始', 'From', 'day'),
      column('to', '结束', 'Until', 'day'),
      column('schoolSigned', '学校签署', 'School signed', 'day'),
      column('hostSigned', '企业签署', 'Enterprise signed', 'day'),
      column('studentSigned', '学生签署', 'Student signed', 'day'),
      column('studentConsent', '知情同意', 'Student’s consent', 'day'),
      column('guardianConsent', '监护人同意', 'Guardian’s consent', 'day'),
      column('insurer', '保险公司', 'Insurer', 'text', 20),
      column('policy', '保单号', 'Policy', 'text', 20),
      column('insuredFrom', '保险起', 'Insured from', 'day'),
      column('insuredTo', '保险止', 'Insured until', 'day'),
    ],
    rows: (
      await context.db
        .selectFrom('placement')
        .selectAll()
        .where('classId', '=', classId)
        .orderBy('postTitle')
        .orderBy('studentName')
        .orderBy('id')
        .execute()
    ).map((one) => ({
      ...{ student: one.studentName, seat: seat(one.seatId), choice: one.choice, round: one.round },
      state: phrase(locale, 'order-classes', `placement.${one.state}`),
      ...{ from: one.startsOn, to: one.endedOn ?? one.endsOn },
      ...{ schoolSigned: tidy(one.schoolSignedOn), hostSigned: tidy(one.hostSignedOn) },
      ...{ studentSigned: tidy(one.studentSignedOn), studentConsent: tidy(one.studentConsentOn) },
      guardianConsent: tidy(one.guardianConsentOn),
      ...{ insurer: one.insurance?.insurer ?? '', policy: one.insurance?.number ?? '' },
      ...{ insuredFrom: one.insurance?.from ?? '', insuredTo: one.insurance?.to ?? '' },
    })),
  }),
  changes: async (context, classId, { seat, locale }) => ({
    columns: [
      column('day', '日期', 'Day', 'day'),
      student,
      column('kind', '事项', 'What'),
      column('from', '原岗位', 'From', 'text', 24),
      column('to', '新岗位', 'To', 'text', 24),
      column('reason', '原因', 'Reason', 'text', 20),
      column('note', '说明', 'In a few words', 'text', 30),
      column('by', '提出方', 'By'),
    ],
    rows: (await changesOf(context, classId)).map((one) => ({
      ...{ day: one.changedOn, student: one.studentName, from: seat(one.fromSeatId), to: seat(one.toSeatId) },
      kind: phrase(locale, 'class-work', `changes.${one.kind}`),
      reason: phrase(locale, 'class-work', `reason.${one.reason}`),
      note: one.note,
      by: phrase(locale, 'class-work', one.byRole === 'student' ? 'changes.byStudent' : 'changes.bySchool'),
    })),
  }),
  appeals: async (context, classId, { at, seat, locale }) => ({
    columns: [
      student,
      column('state', '状态', 'State', 'text', 20),
      ...time,
      column('step', '步骤', 'Step'),
      column('by', '办理人', 'By'),
      column('seat', '岗位', 'Post', 'text', 24),
      column('oldScore', '原分数', 'Old score', 'decimal'),
      column('newScore', '新分数', 'New score', 'decimal'),
      column('note', '说明', 'In a few words', 'text', 40),
    ],
    rows: (await appealsOf(context, context.actor, classId)).flatMap(({ studentName, state, steps }) =>
      steps.map((step) => ({
        ...{ student: studentName, state: phrase(locale, 'recruitment', `appeal.state.${state}`) },
        ...at(step.at),
        step: phrase(locale, 'recruitment', `appeal.step.${step.action}`),
        ...{ by: step.byName, seat: seat(step.seatId), oldScore: step.oldScore, newScore: step.newScore },
        note: step.note,
      })),
    ),
  }),
};

/** One table of what has happened in a class, in the words of the reader's language. */
export async function recordSheet(
  context: Context,
  table: RecordTable,
  classId: string,
  locale: Locale,
): Promise<{ columns: WriteColumn[]; rows: Row[] }> {
  const language = locale === 'en' ? 1 : 0;
  const seats = (await seatsOf(context, [classId])).map(({ id, post }) => ({
    ...{ id, code: post.code, title: post.title, titleEn: post.titleEn },
  }));
  const words: Words = {
    locale,
    seat: (id) => {
      const seat = seats.find((one) => one.id === id);
      return seat === undefined ? '' : wordsOfSeat(seat, seats, language);
    },
    at: (instant) => wallTime(new Date(instant), context.kernel.config.timeZone),
    yes: (is) => yesNo[is ? 0 : 1][language],
  };
  const { columns, rows } = await readers[table](context, classId, words);
  return { columns: columns.map(({ words: each, ...one }) => ({ ...one, header: each[language] })), rows };
}
