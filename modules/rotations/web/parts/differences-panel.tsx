import { DayRange, Panel, SaveRows, useNameOf, useOperation, usePhrases } from '@dualtrack/ui';
import { Select } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { type Difference, differencesOf } from '../../plan-difference.ts';
import { dayAfter } from '../../week.ts';
import { rotations } from '../client.ts';
import { useListOf } from './use-list-of.ts';
import '../differences.css';

type Block = PlanDetail['blocks'][number];

/** This plan against another of the class, the one it changes first: who moves from where to where. */
export function DifferencesPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotation-changes');
  const states = usePhrases('rotations');
  const found = useOperation('rotations.list', rotations.list, { classId: plan.classId, page: 1, size: 50 });
  const hasBlocks = ['solved', 'published', 'superseded'];
  const others = (found.data?.items ?? []).filter(
    (one) => one.id !== plan.id && hasBlocks.includes(one.state),
  );
  const based = plan.basedOn;
  const [chosen, setChosen] = useState<string>();
  const otherId = chosen ?? based ?? undefined;
  const options = others.map((one) => ({
    value: one.id,
    label: `${one.name} · ${states(`state.${one.state}`)}`,
  }));
  if (options.length === 0 && based === null) return null;
  return (
    <Panel
      title={t('diff.title')}
      actions={
        <Select
          aria-label={t('diff.with')}
          placeholder={t('diff.with')}
          className="ro-other"
          value={options.some((one) => one.value === otherId) ? (otherId ?? null) : null}
          options={options}
          onChange={(value: string) => setChosen(value)}
        />
      }
    >
      {otherId === undefined ? (
        <p className="dt-quiet">{t('diff.with')}</p>
      ) : (
        <Differences plan={plan} otherId={otherId} />
      )}
    </Panel>
  );
}

function Differences(props: { readonly plan: PlanDetail; readonly otherId: string }) {
  const { plan, otherId } = props;
  const t = usePhrases('rotation-changes');
  const found = useOperation('rotations.get', rotations.get, { planId: otherId });
  if (found.data === undefined) return null;
  const { same, changes } = differencesOf(found.data.blocks, plan.blocks);
  const people = new Set(changes.map((one) => (one.after[0] ?? one.before[0])?.placementId)).size;
  const points = (score: number | null) => (score === null ? '–' : String(Math.round(score * 10) / 10));
  return (
    <>
      <div className="ro-row">
        <p role="status">
          <b>{t('diff.stay', { same, all: same + changes.length })}</b>
          {changes.length === 0 ? null : ` · ${t('diff.changes', { count: changes.length })}`}
          {changes.length === 0 ? null : ` · ${t('diff.people', { count: people })}`}
        </p>
        <SaveDifferences plan={plan} changes={changes} />
      </div>
      {/* What is kept counts in a change of a plan: its points are no measure for others. */}
      {plan.basedOn !== found.data.basedOn || plan.score === null || found.data.score === null ? null : (
        <p className="dt-quiet">
          {t('diff.score', { here: points(plan.score), there: points(found.data.score) })}
        </p>
      )}
      {changes.length === 0 ? null : <ChangeTable changes={changes} />}
    </>
  );
}

function ChangeTable(props: { readonly changes: readonly Difference<Block>[] }) {
  const t = usePhrases('rotation-changes');
  const words = usePhrases('rotations');
  const nameOf = useNameOf();
  const listOf = useListOf();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <section className="ro-scroll" aria-label={t('diff.title')} tabIndex={0}>
      <table className="ro-table ro-diff">
        <thead>
          <tr>
            <th>{words('chart.student')}</th>
            <th>{words('heads.unit')}</th>
            <th>{t('diff.what')}</th>
            <th>{t('diff.was')}</th>
            <th>{t('diff.is')}</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map(({ before, after, parts }) => {
            const block = after[0] ?? before[0];
            if (block === undefined) return null;
            return (
              <tr key={`${block.placementId} ${block.unitId}`}>
                <td className="ro-diff-who">{block.studentName}</td>
                <td>{nameOf({ name: block.unitName, nameEn: block.unitNameEn })}</td>
                <td>{listOf(parts.map((part) => t(`diff.what.${part}`)))}</td>
                <td data-label={t('diff.was')}>
                  <Places blocks={before} />
                </td>
                <td data-label={t('diff.is')}>
                  <Places blocks={after} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Places(props: { readonly blocks: readonly Block[] }) {
  const t = usePhrases('rotation-changes');
  const nameOf = useNameOf();
  if (props.blocks.length === 0) return <span className="dt-quiet">{t('diff.not')}</span>;
  return props.blocks.map((block) => (
    <div key={block.firstWeek}>
      <DayRange from={block.firstWeek} to={lastDay(block)} style="short" />
      {block.isRest ? ` · ${t('rest.mark')}` : ''}
      <br />
      <span className="dt-quiet">
        {nameOf({ name: block.stationName, nameEn: block.stationNameEn })}
        {block.mentorName === '' ? '' : ` · ${block.mentorName}`}
      </span>
    </div>
  ));
}

const lastDay = ({ firstWeek, weeks }: Block) => dayAfter(firstWeek, weeks * 7 - 1);

/** The same as a file: a row for each student and unit that changes. */
function SaveDifferences(props: {
  readonly plan: PlanDetail;
  readonly changes: readonly Difference<Block>[];
}) {
  const t = usePhrases('rotation-changes');
  const words = usePhrases('rotations');
  const nameOf = useNameOf();
  const listOf = useListOf();
  const one = ({ before, after }: Difference<Block>) => after[0] ?? before[0];
  const weeks = (blocks: readonly Block[]) =>
    blocks.map((block) => `${block.firstWeek} – ${lastDay(block)}`).join('; ');
  const stations = (blocks: readonly Block[]) =>
    blocks.map((block) => nameOf({ name: block.stationName, nameEn: block.stationNameEn })).join('; ');
  const mentors = (blocks: readonly Block[]) => blocks.map((block) => block.mentorName).join('; ');
  return (
    <SaveRows
      fileName={`${props.plan.name} ${t('diff.title')}`}
      rows={props.changes}
      columns={[
        [words('chart.student'), (row) => one(row)?.studentName ?? ''],
        [
          words('heads.unit'),
          (row) => nameOf({ name: one(row)?.unitName ?? '', nameEn: one(row)?.unitNameEn ?? '' }),
        ],
        [t('diff.what'), ({ parts }) => listOf(parts.map((part) => t(`diff.what.${part}`)))],
        [t('diff.wasWeeks'), ({ before }) => weeks(before)],
        [t('diff.wasPlace'), ({ before }) => stations(before)],
        [t('diff.wasMentor'), ({ before }) => mentors(before)],
        [t('diff.isWeeks'), ({ after }) => weeks(after)],
        [t('diff.isPlace'), ({ after }) => stations(after)],
        [t('diff.isMentor'), ({ after }) => mentors(after)],
      ]}
    />
  );
}
