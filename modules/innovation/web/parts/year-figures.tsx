import { Figure, FigureStrip, useOperation, usePhrases } from '@dualtrack/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { outputKinds } from '../../output.ts';
import { api } from '../client.ts';
import { lastYears } from '../last-years.ts';

/** What quality reports ask of a year; each figure leads to the records that it was counted from. */
export function YearFigures() {
  const t = usePhrases('innovation-projects');
  const years = lastYears(6);
  const [chosen, setChosen] = useState(years[0]?.value ?? '');
  const found = useOperation('innovation.figures', api.outputs.figures, { year: Number(chosen) });
  if (found.data === undefined) return null;
  const { year, technicalService, transfer, licence, sales, projects, outputs, asOf } = found.data;
  const of = { year: String(year) };
  const money = [
    { kind: 'technical-service', name: 'service', value: technicalService },
    { kind: 'transfer', name: 'transfer', value: transfer },
    { kind: 'licence', name: 'licence', value: licence },
    { kind: 'sales', name: 'sales', value: sales },
  ] as const;
  return (
    <section className="in-figures" aria-label={t('figure.title')}>
      <div className="in-figures-year">
        <Select
          aria-label={t('figure.year')}
          size="small"
          value={chosen}
          options={years}
          onChange={(value: string) => setChosen(value)}
        />
      </div>
      <FigureStrip>
        {money.map(({ kind, name, value }) => (
          <Figure
            key={kind}
            label={t(`figure.${name}`)}
            definition={t(`figure.${name}Note`, of)}
            value={value / 100}
            decimals={2}
            unit={t('figure.yuan')}
            asOf={asOf}
            to={`/innovation-outputs?income=${kind}&incomeYear=${year}`}
          />
        ))}
        <Figure
          label={t('figure.projects')}
          value={projects}
          definition={t('figure.projectsNote', of)}
          asOf={asOf}
          to={`/innovation-projects?year=${year}`}
        />
        {outputKinds
          .filter((kind) => outputs[kind] > 0)
          .map((kind) => (
            <Figure
              key={kind}
              label={t(`output.${kind}`)}
              value={outputs[kind]}
              definition={t('figure.outputsNote', of)}
              asOf={asOf}
              to={`/innovation-outputs?kind=${kind}&year=${year}`}
            />
          ))}
      </FigureStrip>
    </section>
  );
}
