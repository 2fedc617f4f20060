import { AmountInput, amountFault, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Ramp } from './project-ramp.ts';

const people = { min: 0, max: 100_000 };

/** Fills in a whole ramp at once: an occupation, from when, over how many quarters, from how many people to how many. */
export function RampFields(props: {
  readonly occupations: readonly { readonly value: string; readonly label: string }[];
  readonly quarters: readonly string[];
  readonly onFill: (ramp: Ramp) => void;
}) {
  const { occupations, quarters } = props;
  const t = usePhrases('organisations');
  const [ramp, setRamp] = useState<Ramp>({
    ...{ occupation: '', quarter: quarters[0] ?? '', quarters: 4, first: 0, last: 20 },
  });
  const occupation = ramp.occupation === '' ? (occupations[0]?.value ?? '') : ramp.occupation;
  const bounds = { quarters: { min: 1, max: 24 }, first: people, last: people };
  const number = (name: keyof typeof bounds) => (
    <AmountInput
      {...bounds[name]}
      value={ramp[name]}
      onChange={(typed) => setRamp({ ...ramp, [name]: typed ?? Number.NaN })}
    />
  );
  const isWrong = (['quarters', 'first', 'last'] as const).some(
    (name) => amountFault(ramp[name], bounds[name]) !== undefined,
  );
  return (
    <details className="org-ramp">
      <summary>{t('projects.ramp')}</summary>
      <p className="dt-quiet dt-small">{t('projects.rampNote')}</p>
      <div>
        <Labelled label={t('posts.occupation')}>
          <select
            className="dt-input"
            value={occupation}
            onChange={(event) => setRamp({ ...ramp, occupation: event.target.value })}
          >
            {occupations.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t('projects.rampFrom')}>
          <select
            className="dt-input"
            value={ramp.quarter}
            onChange={(event) => setRamp({ ...ramp, quarter: event.target.value })}
          >
            {quarters.map((quarter) => (
              <option key={quarter} value={quarter}>
                {quarter.replace('-', ' ')}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t('projects.rampQuarters')}>{number('quarters')}</Labelled>
        <Labelled label={t('projects.rampFirst')}>{number('first')}</Labelled>
        <Labelled label={t('projects.rampLast')}>{number('last')}</Labelled>
        <Button disabled={occupation === '' || isWrong} onClick={() => props.onFill({ ...ramp, occupation })}>
          {t('projects.rampFill')}
        </Button>
      </div>
    </details>
  );
}

function Labelled(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="org-ramp-field">
      <span className="dt-small dt-quiet">{props.label}</span>
      {props.children}
    </label>
  );
}
