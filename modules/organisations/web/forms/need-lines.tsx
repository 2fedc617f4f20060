import { usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { nextQuarter } from '../parts/pasted-grid.ts';
import { QuarterGrid, quarterOfToday } from '../parts/quarter-grid.tsx';
import { quartersFrom } from '../parts/quarters.ts';
import { useOccupationChoices } from '../parts/record-choices.ts';
import { useSteps } from '../parts/use-steps.ts';
import { isPeople, lineOf, withCells } from './project-needs.ts';
import { withRamp } from './project-ramp.ts';
import { RampFields } from './ramp-fields.tsx';

type NeedLinesProps = {
  readonly texts: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (texts: string[]) => void;
};

/** The people that a project needs: an occupation in each row, a quarter in each column. */
export function NeedLines(props: NeedLinesProps) {
  const { texts, onChange } = props;
  const t = usePhrases('organisations');
  const known = useOccupationChoices();
  const { remember, undo } = useSteps<readonly string[]>((earlier) => onChange([...earlier]));
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [more, setMore] = useState<readonly string[]>([]);
  const lines = texts.map(lineOf);
  const now = quarterOfToday();
  const first = [now, ...lines.map(({ quarter }) => quarter)].sort()[0] ?? now;
  const last = [quartersFrom(now, 6).at(-1) ?? now, ...lines.map(({ quarter }) => quarter), ...more].sort();
  const quarters = [first];
  const end = last.at(-1) ?? now;
  for (let quarter = first; quarter < end; ) {
    quarter = nextQuarter(quarter);
    quarters.push(quarter);
  }
  const ids = [...new Set([...lines.map(({ occupation }) => occupation), ...asked])].filter(Boolean);
  const nameOf = (id: string) => known.find(({ value }) => value === id)?.label ?? id;
  const others = known.filter(({ value }) => !ids.includes(value));
  const change = (next: string[]) => {
    remember(texts);
    onChange(next);
  };
  const textOf = (id: string, quarter: string) =>
    lines.find((line) => line.occupation === id && line.quarter === quarter)?.headcount ?? '';
  return (
    <div className="org-needs">
      {props.error === undefined ? null : (
        <p className="dt-error dt-small" role="alert">
          {props.error}
        </p>
      )}
      {ids.length === 0 ? null : (
        <QuarterGrid
          label={t('projects.needs')}
          corner={t('posts.occupation')}
          rows={ids.map((id) => ({ id, name: nameOf(id) }))}
          quarters={quarters}
          textOf={textOf}
          isChanged={() => false}
          faultOf={(text) => (isPeople(text) ? undefined : t('projects.needCure'))}
          onChange={(cells) => change(withCells(texts, cells))}
          onUndo={undo}
          rowEnd={({ id, name }) => (
            <Button
              type="text"
              aria-label={t('projects.needRemove', { name })}
              onClick={() => {
                setAsked(asked.filter((one) => one !== id));
                change(texts.filter((text) => lineOf(text).occupation !== id));
              }}
            >
              ×
            </Button>
          )}
        />
      )}
      <div className="org-bar">
        {others.length === 0 ? null : (
          <select
            className="dt-input"
            aria-label={t('projects.needAdd')}
            value=""
            onChange={(event) => setAsked([...asked, event.target.value])}
          >
            <option value="">{t('projects.needAdd')}</option>
            {others.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
        {ids.length === 0 ? null : (
          <Button onClick={() => setMore([...more, nextQuarter(end)])}>
            {t('capacity.addQuarter', { quarter: nextQuarter(end) })}
          </Button>
        )}
        {undo === undefined ? null : <Button onClick={undo}>{t('capacity.undo')}</Button>}
      </div>
      <RampFields
        occupations={known}
        quarters={quartersFrom(now, 28)}
        onFill={(ramp) => change(withRamp(texts, ramp))}
      />
    </div>
  );
}
