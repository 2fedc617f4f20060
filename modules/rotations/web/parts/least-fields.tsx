import { usePhrases } from '@dualtrack/ui';
import { Button, InputNumber, Select } from 'antd';
import type { PlanDetail } from '../../contract.ts';
import { weeksOfLeast } from '../../plan-rules.ts';
import { planWeeks } from '../../rules-of-move.ts';
import type { LeastDraft } from './rules-draft.ts';
import { usePlanWords } from './use-plan-words.ts';

/** Least heads of units at sites, from week to week; how many places there are is said while one chooses. */
export function LeastFields(props: {
  readonly plan: PlanDetail;
  readonly rows: readonly LeastDraft[];
  readonly faultAt: (key: string) => string | undefined;
  readonly newKey: () => string;
  readonly onChange: (rows: readonly LeastDraft[]) => void;
}) {
  const { plan, rows, faultAt, newKey, onChange } = props;
  const t = usePhrases('rotation-rules');
  const change = (key: string, changed: Partial<LeastDraft>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  const first = plan.calendar.find(({ kind }) => kind === 'enterprise')?.weekStart ?? plan.firstWeek;
  const span = { fromWeek: first, toWeek: first };
  return (
    <section>
      <h3 className="ro-sub">{t('least.title')}</h3>
      <p className="dt-quiet">{t('least.note')}</p>
      {rows.map((row) => (
        <LeastRow
          key={row.key}
          plan={plan}
          row={row}
          fault={faultAt(row.key)}
          onChange={(changed) => change(row.key, changed)}
          onRemove={() => onChange(rows.filter((one) => one.key !== row.key))}
        />
      ))}
      <Button size="small" onClick={() => onChange([...rows, { key: newKey(), ...span, heads: 1 }])}>
        {t('least.add')}
      </Button>
    </section>
  );
}

function LeastRow(props: {
  readonly plan: PlanDetail;
  readonly row: LeastDraft;
  readonly fault: string | undefined;
  readonly onChange: (changed: Partial<LeastDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { plan, row, fault, onChange } = props;
  const t = usePhrases('rotation-rules');
  const rotations = usePhrases('rotations');
  const words = usePlanWords(plan);
  const sitesOf = (unitId: string | undefined) => [
    ...new Set(plan.stations.filter((one) => one.unitId === unitId).map((one) => one.siteId)),
  ];
  const weeks = plan.calendar.map(({ weekStart }, at) => ({
    value: weekStart,
    label: `${rotations('calendar.week', { number: at + 1 })} · ${words.day(weekStart)}`,
  }));
  const chooseUnit = (unitId: string) => {
    const sites = sitesOf(unitId);
    const only = sites.length === 1 ? sites[0] : undefined;
    const siteId = only ?? (row.siteId !== undefined && sites.includes(row.siteId) ? row.siteId : undefined);
    onChange({ unitId, siteId });
  };
  const room = roomIn(plan, row);
  return (
    <div className="ro-rule">
      <Select
        aria-label={t('least.unit')}
        placeholder={t('least.unit')}
        {...(row.unitId === undefined ? {} : { value: row.unitId })}
        options={plan.balance.map((unit) => ({ value: unit.unitId, label: words.unit(unit.unitId) }))}
        onChange={chooseUnit}
      />
      <Select
        aria-label={t('least.site')}
        placeholder={t('least.site')}
        value={row.siteId ?? null}
        options={sitesOf(row.unitId).map((siteId) => ({ value: siteId, label: words.site(siteId) }))}
        onChange={(siteId) => onChange(siteId === null ? {} : { siteId })}
      />
      <Select
        aria-label={t('least.from')}
        value={row.fromWeek ?? null}
        options={weeks}
        onChange={(fromWeek) => onChange(fromWeek === null ? {} : { fromWeek })}
      />
      <Select
        aria-label={t('least.to')}
        value={row.toWeek ?? null}
        options={weeks}
        onChange={(toWeek) => onChange(toWeek === null ? {} : { toWeek })}
      />
      <InputNumber
        aria-label={t('least.heads')}
        prefix={t('least.heads')}
        suffix={t('least.people')}
        min={1}
        max={500}
        value={row.heads}
        status={fault === undefined ? '' : 'error'}
        onChange={(heads) => onChange({ heads })}
      />
      <Button type="text" onClick={props.onRemove}>
        {t('rules.remove')}
      </Button>
      {fault !== undefined ? (
        <p className="ro-fault">{fault}</p>
      ) : room === undefined ? null : (
        <p className="dt-quiet">{t('least.places', room)}</p>
      )}
    </div>
  );
}

/** The weeks of a rule and the fewest places that its site has in one of them. */
function roomIn(plan: PlanDetail, row: LeastDraft): { weeks: number; places: number } | undefined {
  const { unitId, siteId, fromWeek, toWeek } = row;
  if (unitId === undefined || siteId === undefined || fromWeek === undefined || toWeek === undefined) {
    return undefined;
  }
  const own = plan.stations.filter((one) => one.unitId === unitId && one.siteId === siteId);
  const weeks = weeksOfLeast({ fromWeek, toWeek }, planWeeks(plan));
  if (weeks.length === 0) return undefined;
  const places = weeks.map((week) => own.reduce((sum, one) => sum + (one.weekPlaces[week] ?? 0), 0));
  return { weeks: weeks.length, places: Math.min(...places) };
}
