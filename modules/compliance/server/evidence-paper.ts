import { phrase } from '@dualtrack/locales';
import type { TablePdfData } from '@dualtrack/platform/pdf';
import type { OverrideState } from '../override.ts';
import type { RuleHead, TallyShape } from '../shapes.ts';
import { ruleHead } from './texts.ts';

type Heads = 'rule' | 'article' | 'breached' | 'unknown' | 'met' | 'excused' | 'file' | 'bytes' | 'digest';
type Facts = NonNullable<TablePdfData['facts']>;

/** A file of the pack with its SHA-256. */
export type IndexEntry = { path: string; bytes: number; sha256: string };

type Overrides = `overrides.${'title' | 'clause' | 'words' | 'asked' | 'decided' | 'state' | 'note'}`;
const words = (
  key:
    | `evidence.${Heads | 'title' | 'index' | 'note' | Overrides}`
    | `evidence.overrides.state.${OverrideState}`,
) => ({
  zh: phrase('zh-CN', 'compliance', key),
  en: phrase('en', 'compliance', key),
});
const both = (zh: string, en: string) => (zh === en ? zh : `${zh} ${en}`);

/** The article as the law writes it, with the law's English name where it has one. */
function articleOf(zh: RuleHead, en: RuleHead): string {
  if (en.law === null || en.law.original === null) return zh.article ?? '–';
  return `${zh.article} ${en.law.name}`;
}

type RuleRow = { rule: string } & Omit<TallyShape, 'blocking'>;

/** The report of an inspection: outcomes by rule, with each article. */
export function reportPaper(
  head: { subtitle: string; facts: Facts; footer: string; illustrative: boolean },
  rules: readonly RuleRow[],
): TablePdfData {
  return {
    ...{ languages: 'zh-en', paper: 'a4', orientation: 'portrait', title: words('evidence.title') },
    ...{ subtitle: { zh: head.subtitle }, facts: head.facts, footer: head.footer },
    illustrative: head.illustrative,
    columns: [
      { head: words('evidence.rule'), share: 3 },
      { head: words('evidence.article'), share: 3 },
      { head: words('evidence.breached'), align: 'right' },
      { head: words('evidence.unknown'), align: 'right' },
      { head: words('evidence.met'), align: 'right' },
      { head: words('evidence.excused'), align: 'right' },
    ],
    rows: rules.map((one) => {
      const [zh, en] = [ruleHead(one.rule, 'zh-CN'), ruleHead(one.rule, 'en')];
      return [
        both(zh.title, en.title),
        `${articleOf(zh, en)} · ${both(zh.confidenceSays, en.confidenceSays)} · ${one.rule}`,
        ...[one.breached, one.unknown, one.met, one.excused].map((number) =>
          number === 0 ? '–' : String(number),
        ),
      ];
    }),
    notes: [words('evidence.note')],
  };
}

/** The index: each file with its size and digest. Sealed, it vouches for all of them. */
export function indexPaper(
  head: { subtitle: string; facts: Facts; footer: string; illustrative: boolean },
  entries: readonly IndexEntry[],
): TablePdfData {
  return {
    ...{ languages: 'zh-en', paper: 'a4', orientation: 'landscape', title: words('evidence.index') },
    ...{ subtitle: { zh: head.subtitle }, facts: head.facts, footer: head.footer },
    illustrative: head.illustrative,
    columns: [
      { head: words('evidence.file'), share: 2 },
      { head: words('evidence.bytes'), align: 'right' },
      { head: words('evidence.digest'), share: 4 },
    ],
    rows: entries.map((one) => [one.path, String(one.bytes), one.sha256]),
  };
}

type SetAside = {
  agreementTitle: string;
  clause: string;
  clauseTitle: string;
  rule: string;
  digest: string;
  passages: readonly string[];
  reason: string;
  state: OverrideState;
  askedByName: string;
  askedAt: Date;
  decidedByName: string;
  decidedAt: Date | null;
  decisionNote: string;
  withdrawnByName: string;
  withdrawnAt: Date | null;
};

/** Findings on words that were, or were asked to be, set aside: what was found, who asked and why, who decided. */
export function overridesPaper(
  head: { subtitle: string; facts: Facts; footer: string; illustrative: boolean },
  overrides: readonly SetAside[],
): TablePdfData {
  const at = (name: string, when: Date | null, why: string) =>
    [name, when?.toISOString().slice(0, 16).replace('T', ' '), why].filter(Boolean).join(' · ') || '–';
  return {
    ...{
      languages: 'zh-en',
      paper: 'a4',
      orientation: 'landscape',
      title: words('evidence.overrides.title'),
    },
    ...{ subtitle: { zh: head.subtitle }, facts: head.facts, footer: head.footer },
    illustrative: head.illustrative,
    columns: [
      { head: words('evidence.overrides.clause'), share: 3 },
      { head: words('evidence.overrides.words'), share: 4 },
      { head: words('evidence.overrides.asked'), share: 3 },
      { head: words('evidence.overrides.decided'), share: 3 },
      { head: words('evidence.overrides.state'), share: 2 },
      { head: words('evidence.digest'), share: 3 },
    ],
    rows: overrides.map((one) => {
      const [zh, en] = [ruleHead(one.rule, 'zh-CN'), ruleHead(one.rule, 'en')];
      const state = words(`evidence.overrides.state.${one.state}`);
      return [
        `${one.agreementTitle} · ${one.clauseTitle} (${one.clause}) · ${both(zh.title, en.title)} · ${one.rule}`,
        plain(one.passages.join(' / ')),
        plain(at(one.askedByName, one.askedAt, one.reason)),
        plain(at(one.decidedByName, one.decidedAt, one.decisionNote)),
        plain(at(both(state.zh, state.en), one.withdrawnAt, one.withdrawnByName)),
        one.digest,
      ];
    }),
    notes: [words('evidence.overrides.note')],
  };
}

/** People type lines; a cell has none. */
const plain = (text: string) => text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 1_900);
