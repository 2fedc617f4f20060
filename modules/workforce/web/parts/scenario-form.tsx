import { type Change, type ForecastPlan, quarterAt } from '@dualtrack/forecast';
import {
  AmountInput,
  amountFault,
  Panel,
  useLanguage,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { ForecastNames } from '../../contract.ts';
import { workforce } from '../client.ts';
import { nameIn } from './names.ts';

const factors = [0.5, 0.75, 1, 1.25, 1.5, 2];
const delays = [0, 1, 2, 4, 8];
const cancelled = -1;

function Labelled(props: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="wf-field">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}

function projectChange(project: string, quarters: number): Change[] {
  if (quarters === 0) return [];
  return quarters === cancelled
    ? [{ kind: 'set-project-probability', project, probability: 0 }]
    : [{ kind: 'delay-project', project, quarters }];
}

/** A few questions of "what if", kept under a name; each is a forecast on the same plan. */
export function ScenarioForm(props: {
  readonly forecastId: string;
  readonly plan: ForecastPlan;
  readonly names: ForecastNames;
}) {
  const { plan, names, forecastId } = props;
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const [name, setName] = useState('');
  const [factor, setFactor] = useState(1);
  const [late, setLate] = useState<Readonly<Record<string, number>>>({});
  const [training, setTraining] = useState(-1);
  const [start, setStart] = useState(0);
  const route = plan.training[training];
  const [seats, setSeats] = useState(30);
  const starts =
    route === undefined
      ? []
      : Array.from({ length: Math.max(0, plan.quarters - route.leadQuarters) }, (_, t0) =>
          quarterAt(plan.start, t0),
        );
  const changes: Change[] = [
    ...(factor === 1 ? [] : [{ kind: 'scale-attrition' as const, factor }]),
    ...plan.projects.flatMap(({ id }) => projectChange(id, late[id] ?? 0)),
    ...(route === undefined
      ? []
      : [
          {
            kind: 'open-class' as const,
            programme: route.programme,
            occupation: route.occupation,
            start: starts[start] ?? plan.start,
            seats,
          },
        ]),
  ];
  const make = useWrite(workforce.scenarios.make, {
    invalidates: ['workforce'],
    onDone: () => {
      setName('');
      setFactor(1);
      setLate({});
      setTraining(-1);
    },
  });
  const whyNot =
    changes.length === 0
      ? t('scenario.whyNotSame')
      : name.trim() === ''
        ? t('scenario.whyNotName')
        : route !== undefined && amountFault(seats, route.classSize) !== undefined
          ? t('amounts.unsound')
          : undefined;
  return (
    <Panel title={t('scenario.new')}>
      <div className="wf-fields">
        <Labelled label={t('scenario.attrition')}>
          {(id) => (
            <Select
              id={id}
              value={factor}
              onChange={setFactor}
              options={factors.map((value) => ({
                value,
                label: value === 1 ? t('scenario.attritionAs') : `× ${value}`,
              }))}
            />
          )}
        </Labelled>
        {plan.projects.map((project) => (
          <Labelled key={project.id} label={nameIn(names, 'projects', project.id, locale)}>
            {(id) => (
              <Select
                id={id}
                value={late[project.id] ?? 0}
                onChange={(quarters: number) => setLate({ ...late, [project.id]: quarters })}
                options={[...delays, cancelled].map((value) => ({
                  value,
                  label:
                    value === 0
                      ? t('scenario.onTime')
                      : value === cancelled
                        ? t('scenario.cancelled')
                        : t('scenario.later', { quarters: value }),
                }))}
              />
            )}
          </Labelled>
        ))}
        <Labelled label={t('scenario.class')}>
          {(id) => (
            <Select
              id={id}
              value={training}
              onChange={(place: number) => {
                setTraining(place);
                setStart(0);
                setSeats(plan.training[place]?.classSize.max ?? 30);
              }}
              options={[
                { value: -1, label: t('scenario.noClass') },
                ...plan.training.map((one, value) => ({
                  value,
                  label: `${nameIn(names, 'programmes', one.programme, locale)} · ${nameIn(names, 'occupations', one.occupation, locale)}`,
                })),
              ]}
            />
          )}
        </Labelled>
        {route === undefined ? null : (
          <>
            <Labelled label={t('scenario.classStart')}>
              {(id) => (
                <Select
                  id={id}
                  value={start}
                  onChange={setStart}
                  options={starts.map((label, value) => ({ value, label }))}
                />
              )}
            </Labelled>
            <Labelled label={t('scenario.classSeats')}>
              {(id) => (
                <AmountInput
                  id={id}
                  {...route.classSize}
                  value={seats}
                  onChange={(value) => setSeats(value ?? Number.NaN)}
                />
              )}
            </Labelled>
          </>
        )}
        <Labelled label={t('scenario.name')}>
          {(id) => (
            <Input
              id={id}
              value={name}
              maxLength={200}
              placeholder={t('scenario.namePlaceholder')}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Labelled>
        <WhyNotButton
          type="primary"
          whyNot={whyNot}
          loading={make.isPending}
          onClick={() => make.mutate({ forecastId, name, changes })}
        >
          {t('scenario.save')}
        </WhyNotButton>
      </div>
    </Panel>
  );
}
