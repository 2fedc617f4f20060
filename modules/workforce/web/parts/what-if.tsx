import type { Change } from '@dualtrack/forecast';
import { Panel, useLanguage, usePhrases } from '@dualtrack/ui';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { ForecastNames } from '../../contract.ts';
import '../workforce.css';
import { nameIn } from './names.ts';

const factors = [0.5, 0.75, 1, 1.25, 1.5, 2];

/** A few questions of "what if", answered by a forecast of its own; real data stay as they are. */
export function WhatIf(props: {
  readonly names: ForecastNames;
  readonly isBusy: boolean;
  readonly onRun: (changes: Change[]) => void;
}) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const [factor, setFactor] = useState(1);
  const [late, setLate] = useState<readonly string[]>([]);
  const changes: Change[] = [
    ...(factor === 1 ? [] : [{ kind: 'scale-attrition' as const, factor }]),
    ...late.map((project) => ({ kind: 'delay-project' as const, project, quarters: 4 })),
  ];
  return (
    <Panel title={t('whatif.title')}>
      <div className="wf-row">
        <Select
          aria-label={t('part.attrition')}
          value={factor}
          onChange={setFactor}
          options={factors.map((value) => ({ value, label: t('whatif.attrition', { factor: value }) }))}
        />
        {props.names.projects.map(({ id }) => (
          <Checkbox
            key={id}
            checked={late.includes(id)}
            onChange={(event) =>
              setLate(event.target.checked ? [...late, id] : late.filter((one) => one !== id))
            }
          >
            {t('whatif.delay', { project: nameIn(props.names, 'projects', id, locale) })}
          </Checkbox>
        ))}
        <Button disabled={changes.length === 0} loading={props.isBusy} onClick={() => props.onRun(changes)}>
          {t('whatif.run')}
        </Button>
      </div>
    </Panel>
  );
}
