import type { ForecastResult } from '@dualtrack/forecast';
import { SaveRows, useLanguage, usePhrases } from '@dualtrack/ui';
import type { ForecastNames } from '../../contract.ts';
import { nameIn } from './names.ts';

type Props = { readonly names: ForecastNames; readonly result: ForecastResult };

const tenth = (value: number) => Math.round(value * 10) / 10;
const percent = (share: number) => Math.round(share * 1000) / 10;

/** The gap by occupation and quarter as a file: demand, people in post, mean and percentiles, chance of shortage. */
export function SaveGap(props: Props) {
  const { names, result } = props;
  const t = usePhrases('workforce');
  const { locale } = useLanguage();
  const rows = result.occupations.flatMap(({ id, quarters }) => quarters.map((one) => ({ id, ...one })));
  return (
    <SaveRows
      fileName={t('gap.matrix')}
      rows={rows}
      columns={[
        [t('gap.occupation'), ({ id }) => nameIn(names, 'occupations', id, locale)],
        [t('gap.quarter'), ({ quarter }) => quarter],
        [t('gap.demand'), ({ demand }) => tenth(demand.mean)],
        [t('gap.stock'), ({ stock }) => tenth(stock.mean)],
        [t('gap.gap'), ({ gap }) => tenth(gap.mean)],
        [`${t('gap.gap')} P10`, ({ gap }) => tenth(gap.p10)],
        [`${t('gap.gap')} P50`, ({ gap }) => tenth(gap.p50)],
        [`${t('gap.gap')} P90`, ({ gap }) => tenth(gap.p90)],
        [`${t('gap.probability')} %`, (one) => percent(one.shortageProbability)],
      ]}
    />
  );
}

/** Recommended orders as a file, with what each answers and what doing nothing costs. */
export function SaveRecommended(props: Props) {
  const { names, result } = props;
  const t = usePhrases('workforce');
  const { locale } = useLanguage();
  return (
    <SaveRows
      fileName={t('recommended.title')}
      rows={result.orders}
      columns={[
        [t('supply.programme'), ({ programme }) => nameIn(names, 'programmes', programme, locale)],
        [t('gap.occupation'), ({ occupation }) => nameIn(names, 'occupations', occupation, locale)],
        [t('save.seats'), ({ classSize }) => classSize],
        [t('save.start'), ({ start }) => start],
        [t('save.ready'), ({ ready }) => ready],
        [t('save.joiners'), ({ expectedJoiners }) => tenth(expectedJoiners)],
        [t('save.answers'), ({ answers }) => answers.quarter],
        [t('gap.gap'), ({ answers }) => tenth(answers.gap.mean)],
        [`${t('gap.probability')} %`, ({ answers }) => percent(answers.shortageProbability)],
        [`${t('save.needed')} %`, ({ fullyNeededProbability }) => percent(fullyNeededProbability)],
        [t('save.covered'), ({ covered }) => tenth(covered)],
        [t('save.nothing'), ({ costOfDoingNothing }) => tenth(costOfDoingNothing)],
      ]}
    />
  );
}
