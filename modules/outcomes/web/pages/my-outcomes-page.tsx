import {
  Day,
  DayRange,
  EmptyState,
  ErrorState,
  FactList,
  Loading,
  Money,
  PageHeader,
  Panel,
  useLanguage,
  useNameOf,
  useOperation,
  usePhrases,
  writeNumber,
} from '@dualtrack/ui';
import type { OwnOutcome } from '../../contract.ts';
import { outcomes } from '../client.ts';
import '../outcomes.css';
import { StayTrack } from '../parts/stay-track.tsx';

/** What a student (or the guardian) reads of the own training: marks, offer, employment. */
export function MyOutcomesPage() {
  const t = usePhrases('outcomes');
  const list = useOperation('outcomes.mine', outcomes.mine, {});
  if (list.isPending) return <Loading />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <PageHeader title={t('mine.title')} />
      {list.data.length === 0 ? (
        <EmptyState title={t('mine.none')}>{t('mine.noneNote')}</EmptyState>
      ) : (
        <div className="out-stack">
          {list.data.map((one) => (
            <OwnPanel key={one.placementId} own={one} />
          ))}
        </div>
      )}
    </>
  );
}

function OwnPanel(props: { readonly own: OwnOutcome }) {
  const { own } = props;
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const { outcome } = own;
  const day = (value: string | null | undefined) => (value ? <Day day={value} /> : t('mine.notYet'));
  return (
    <Panel title={own.className}>
      <FactList
        facts={[
          { label: t('mine.post'), value: nameOf({ name: own.postTitle, nameEn: own.postTitleEn }) },
          { label: t('mine.term'), value: <DayRange from={own.startsOn} to={own.endsOn} /> },
          {
            label: t('grid.marks'),
            value: own.meanScore === null ? t('mine.notYet') : writeNumber(locale, own.meanScore),
          },
          { label: t('grid.offeredOn'), value: day(outcome?.offeredOn) },
          { label: t('grid.joinedOn'), value: day(outcome?.joinedOn) },
          {
            label: t('mine.pay'),
            value:
              outcome?.monthlyPay == null ? (
                t('mine.notYet')
              ) : (
                <Money money={{ amount: outcome.monthlyPay, currency: 'CNY' }} perMonth />
              ),
          },
          ...(outcome?.leftOn ? [{ label: t('grid.leftOn'), value: <Day day={outcome.leftOn} /> }] : []),
        ]}
      />
      <StayTrack stay={own.stay} />
      <Marks marks={own.marks} />
    </Panel>
  );
}

function Marks(props: { readonly marks: OwnOutcome['marks'] }) {
  const t = usePhrases('outcomes');
  if (props.marks.length === 0) return null;
  return (
    <table className="out-marks" aria-label={t('mine.marks')}>
      <thead>
        <tr>
          <th>{t('mark.unit')}</th>
          <th>{t('mark.by')}</th>
          <th>{t('record.day')}</th>
          <th className="out-number">{t('mark.score')}</th>
        </tr>
      </thead>
      <tbody>
        {props.marks.map((mark) => (
          <tr key={`${mark.kind} ${mark.unit}`}>
            <th scope="row">{mark.unit === '' ? t('mark.whole') : mark.unit}</th>
            <td>
              {t(`kind.${mark.kind}`)} {mark.assessorName}
            </td>
            <td>
              <Day day={mark.assessedOn} />
            </td>
            <td className="out-number">{mark.score}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
