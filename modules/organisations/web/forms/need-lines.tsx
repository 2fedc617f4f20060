import { usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { useId } from 'react';
import { nextQuarter } from '../parts/pasted-grid.ts';
import { quartersFrom } from '../parts/quarters.ts';
import { useOccupationChoices } from '../parts/record-choices.ts';
import { lineOf, type NeedLine, textOf } from './project-needs.ts';
import { withRamp } from './project-ramp.ts';
import { RampFields } from './ramp-fields.tsx';

type NeedLinesProps = {
  readonly texts: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (texts: string[]) => void;
};

/** The people that a project needs, one line for each occupation and quarter. */
export function NeedLines(props: NeedLinesProps) {
  const t = usePhrases('organisations');
  const ui = usePhrases('ui');
  const list = useId();
  const occupations = useOccupationChoices();
  const lines = props.texts.map(lineOf);
  const now = new Date();
  const thisQuarter = `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
  const put = (at: number, some: Partial<NeedLine>) =>
    props.onChange(lines.map((line, place) => textOf(place === at ? { ...line, ...some } : line)));
  const add = () => {
    const last = lines.at(-1);
    const next = {
      occupation: last?.occupation ?? occupations[0]?.value ?? '',
      quarter: last === undefined ? thisQuarter : nextQuarter(last.quarter),
      headcount: '',
    };
    props.onChange([...props.texts, textOf(next)]);
  };
  return (
    <div className="org-needs">
      {props.error === undefined ? null : (
        <p className="dt-error dt-small" role="alert">
          {props.error}
        </p>
      )}
      <ol>
        {lines.map((line, at) => (
          <li key={at}>
            <input
              className="dt-input"
              list={list}
              aria-label={t('projects.needOccupation', { line: at + 1 })}
              placeholder={t('posts.occupation')}
              value={line.occupation}
              maxLength={40}
              onChange={(event) => put(at, { occupation: event.target.value })}
            />
            <select
              className="dt-input"
              aria-label={t('projects.needQuarter', { line: at + 1 })}
              value={line.quarter}
              onChange={(event) => put(at, { quarter: event.target.value })}
            >
              {[...new Set([line.quarter, ...quartersFrom(thisQuarter, 28)])].sort().map((quarter) => (
                <option key={quarter} value={quarter}>
                  {quarter.replace('-', ' ')}
                </option>
              ))}
            </select>
            <input
              className="dt-input"
              inputMode="numeric"
              aria-label={t('projects.needPeople', { line: at + 1 })}
              placeholder={t('record.people')}
              value={line.headcount}
              maxLength={7}
              onChange={(event) => put(at, { headcount: event.target.value.replace(/[^\d０-９]/g, '') })}
            />
            <Button
              type="text"
              aria-label={t('projects.needRemove', { line: at + 1 })}
              onClick={() => props.onChange(props.texts.filter((_, place) => place !== at))}
            >
              {ui('action.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <datalist id={list}>
        {occupations.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
      <div>
        <Button onClick={add}>{t('projects.needAdd')}</Button>
      </div>
      <RampFields
        occupations={occupations}
        quarters={quartersFrom(thisQuarter, 28)}
        onFill={(ramp) => props.onChange(withRamp(props.texts, ramp))}
      />
    </div>
  );
}
