import { Day, StateTag, usePhrases } from '@dualtrack/ui';
import { useState } from 'react';
import type { AgreementObligations, DueView, ObligationView } from '../../contract/obligations.ts';
import { isOwnDuty } from '../../obligation.ts';
import { useOwnSide } from '../agreement-words.ts';
import { toneOfStanding, useDutyWords } from '../duty-words.ts';
import { DutyConfirmation } from './duty-confirmation.tsx';
import { DutyFacts } from './duty-facts.tsx';
import { EvidenceDialog } from './evidence-dialog.tsx';

type RowProps = {
  readonly agreementId: string;
  readonly duty: ObligationView;
  readonly view: AgreementObligations;
  readonly onAdjust: () => void;
};

/** One duty: what it is, and each of its due days with what has been counted. */
export function DutyRow(props: RowProps) {
  const { agreementId, duty, view, onAdjust } = props;
  const t = usePhrases('obligations');
  const words = useDutyWords();
  const own = useOwnSide();
  const [isGiving, setGiving] = useState(false);
  // A paper signed elsewhere names its clauses in its own way.
  const { clause: clauseName } = duty;
  const mayAct = view.whyNotChange === null && !duty.isWaived;
  const mayShow = mayAct && view.isInForce && duty.id !== null && isOwnDuty(duty.owedBy, own);
  return (
    <article className={`duty${duty.isWaived ? ' duty-waived' : ''}`}>
      <div className="duty-head">
        <strong>{words.name(duty)}</strong>
        <span className="dt-small dt-quiet">
          {clauseName === '' || !/^\w+$/.test(clauseName)
            ? clauseName
            : t('duties.clause', { clause: clauseName })}
          {duty.isWaived
            ? ` · ${t('duties.waived')}`
            : duty.basis === 'agreed'
              ? ` · ${t('duties.added')}`
              : ''}
        </span>
      </div>
      {duty.recorded === null ? null : (
        <DutyConfirmation
          agreementId={agreementId}
          duty={duty}
          recorded={duty.recorded}
          mayAnswer={view.whyNotChange === null}
        />
      )}
      {duty.dues.map((due) => (
        <DutyDue
          key={due.dueKey}
          agreementId={agreementId}
          duty={duty}
          due={due}
          isCounted={view.isInForce}
        />
      ))}
      {mayAct ? (
        <span className="ag-row">
          <button type="button" className="duty-link" onClick={onAdjust}>
            {t('do.adjust')}
          </button>
          {mayShow ? (
            <button type="button" className="duty-link" onClick={() => setGiving(true)}>
              {t('do.evidence')}
            </button>
          ) : null}
        </span>
      ) : null}
      {isGiving && duty.id !== null ? (
        <EvidenceDialog
          agreementId={agreementId}
          obligationId={duty.id}
          duty={duty}
          onClose={() => setGiving(false)}
        />
      ) : null}
    </article>
  );
}

type DueProps = {
  readonly agreementId: string;
  readonly duty: ObligationView;
  readonly due: DueView;
  readonly isCounted: boolean;
};

function DutyDue(props: DueProps) {
  const { agreementId, duty, due, isCounted } = props;
  const t = usePhrases('obligations');
  const words = useDutyWords();
  const [isOpen, setOpen] = useState(false);
  const target = t('duty.target', { target: words.amount(duty.metric, due.target) });
  const tone = toneOfStanding(due.standing);
  const percent = Math.round((due.score ?? 0) * 100);
  return (
    <div className="duty-due">
      <span>
        {isCounted ? `${words.achieved(duty.metric, due)} ${target}` : words.amount(duty.metric, due.target)}
        <span className="dt-small dt-quiet">
          {' '}
          · <Day day={due.dueOn} />
          {due.className === '' ? '' : ` · ${t('duty.class', { name: due.className })}`}
        </span>
      </span>
      {isCounted ? <StateTag tone={tone}>{t(`standing.${due.standing}`)}</StateTag> : null}
      {isCounted ? (
        <>
          <div className={`duty-bar duty-bar-${tone}`} aria-hidden="true">
            <span style={{ inlineSize: `${percent}%` }} />
          </div>
          <button type="button" className="duty-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('duty.facts', { count: due.facts })}
          </button>
        </>
      ) : null}
      {isOpen && duty.id !== null ? (
        <DutyFacts agreementId={agreementId} obligationId={duty.id} due={due} metric={duty.metric} />
      ) : null}
    </div>
  );
}
