import {
  ErrorState,
  Loading,
  Panel,
  StateTag,
  useLanguage,
  useOperation,
  usePhrases,
  WhyNotButton,
  writeDay,
  writeMoment,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { LookedAt, VerdictDetail } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { ArticleLine } from './article.tsx';
import { FactPage } from './fact-page.tsx';
import { FactValue } from './fact-value.tsx';
import { OutcomeTag } from './outcome.tsx';
import { SourceLine } from './source-line.tsx';
import { useWhyNot } from './use-why-not.ts';
import { WaysOut } from './ways-out.tsx';

type Props = {
  readonly classId: string;
  readonly placementId: string;
  readonly rule: string;
  readonly onClose: () => void;
  /** Opens the form of a fact for this student. */
  readonly onEnter: (name: string) => void;
};

/** One verdict: what the law asks, what was known, what is missing, what to do and who may waive it. */
export function VerdictPanel(props: Props) {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  const { classId, placementId, rule } = props;
  const found = useOperation('compliance.verdict', compliance.verdict, { classId, placementId, rule });
  const close = (
    <Button size="small" onClick={props.onClose}>
      {t('verdict.close')}
    </Button>
  );
  if (found.isPending) return <Loading />;
  if (found.isError) {
    return (
      <Panel title={rule} actions={close}>
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </Panel>
    );
  }
  const verdict = found.data;
  return (
    <Panel title={verdict.title} actions={close}>
      <div className="cp-panel">
        <div className="cp-tags">
          <OutcomeTag outcome={verdict.outcome} />
          <strong>{verdict.studentName}</strong>
          <span className="dt-quiet">{t('verdict.since', { day: writeDay(locale, verdict.since) })}</span>
          {verdict.isBlocking ? <StateTag tone="danger">{t('verdict.stops')}</StateTag> : null}
        </div>
        <p className="cp-text">{verdict.says}</p>
        <ArticleLine head={verdict} />
        <Because verdict={verdict} />
        <WaysOut verdict={verdict} />
        <Missing verdict={verdict} onEnter={props.onEnter} />
        <LookedAtList verdict={verdict} onEnter={props.onEnter} />
        <ToDo verdict={verdict} />
      </div>
    </Panel>
  );
}

function Because(props: { readonly verdict: VerdictDetail }) {
  const t = usePhrases('compliance');
  const { outcome, because, exception } = props.verdict;
  if (exception !== null) {
    const says = exception === 'waived' ? t('verdict.waived') : exception;
    return <p>{t('verdict.exception', { says })}</p>;
  }
  if (outcome !== 'breached' || because.length === 0) return null;
  return (
    <div>
      <h3>{t('verdict.why')}</h3>
      <ul>
        {because.map((one) => (
          <li key={one.code}>{one.says}</li>
        ))}
      </ul>
    </div>
  );
}

type PartProps = { readonly verdict: VerdictDetail; readonly onEnter: (name: string) => void };

function Missing(props: PartProps) {
  const t = usePhrases('compliance');
  const whyNot = useWhyNot();
  const { missing } = props.verdict;
  if (missing.length === 0) return null;
  return (
    <div>
      <h3>{t('verdict.missing')}</h3>
      <ul className="cp-facts">
        {missing.map((one) => (
          <li key={one.name}>
            <span>{one.label}</span>
            <WhyNotButton size="small" whyNot={whyNot(one.whyNot)} onClick={() => props.onEnter(one.name)}>
              {t('fact.enter')}
            </WhyNotButton>
            <FactPage name={one.name} classId={props.verdict.classId} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function LookedAtList(props: PartProps) {
  const t = usePhrases('compliance');
  const { facts, classId } = props.verdict;
  if (facts.length === 0) return null;
  return (
    <div>
      <h3>{t('verdict.facts')}</h3>
      <ul className="cp-facts">
        {facts.map((one) => (
          <li key={one.name}>
            <span className="dt-quiet">{one.label}</span>
            {one.record?.whyNot === null ? (
              <Button size="small" type="link" onClick={() => props.onEnter(one.name)}>
                {t('fact.correct')}
              </Button>
            ) : (
              <span />
            )}
            <span className="cp-wide">
              {one.isWithheld ? t('fact.withheld') : <FactValue value={one.value} unit={one.unit} />}
            </span>
            <span className="cp-wide">
              <Origin fact={one} classId={classId} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const originWords = {
  setting: 'fact.setting',
  counted: 'fact.counted',
  read: 'fact.read',
  recorded: 'value.recorded',
} as const;

function Origin(props: { readonly fact: LookedAt; readonly classId: string }) {
  const t = usePhrases('compliance');
  const { record, origin } = props.fact;
  if (record !== null) return <SourceLine fact={record} classId={props.classId} />;
  return <span className="dt-quiet dt-small">{t(originWords[origin])}</span>;
}

function ToDo(props: { readonly verdict: VerdictDetail }) {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  const { remedy, waivableBySays, verified, evidence, checkedAt, pack, outcome } = props.verdict;
  return (
    <>
      {outcome === 'breached' || outcome === 'unknown' ? (
        <div>
          <h3>{t('verdict.remedy')}</h3>
          <p className="cp-text">{remedy}</p>
        </div>
      ) : null}
      <div>
        <h3>{t('verdict.waive')}</h3>
        <p>{waivableBySays}</p>
      </div>
      {verified ? null : <p className="dt-quiet dt-small cp-text">{t('verdict.unverified', { evidence })}</p>}
      <p className="dt-quiet dt-small">
        {t('verdict.checked', { time: writeMoment(locale, checkedAt), pack })}
      </p>
    </>
  );
}
