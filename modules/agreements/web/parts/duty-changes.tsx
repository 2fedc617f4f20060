import { Day, Moment, Panel, SideTag, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { AgreementObligations, ChangeView, EvidenceView } from '../../contract/obligations.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { useDutyWords } from '../duty-words.ts';

type ChangesProps = { readonly agreementId: string; readonly view: AgreementObligations };
const invalidates = ['agreements'];

/** Wishes and evidence of both sides, with what either may answer. */
export function DutyChanges(props: ChangesProps) {
  const { view } = props;
  const t = usePhrases('obligations');
  return (
    <>
      {view.changes.length === 0 ? null : (
        <Panel title={t('change.title')} count={view.changes.length}>
          <ul className="duty-lines">
            {view.changes.map((change) => (
              <Change key={change.id} {...props} change={change} />
            ))}
          </ul>
        </Panel>
      )}
      {view.evidence.length === 0 ? null : (
        <Panel title={t('evidence.title')} count={view.evidence.length}>
          <ul className="duty-lines">
            {view.evidence.map((evidence) => (
              <Evidence key={evidence.id} {...props} evidence={evidence} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Change(props: ChangesProps & { readonly change: ChangeView }) {
  const { agreementId, view, change } = props;
  const t = usePhrases('obligations');
  const words = useDutyWords();
  const own = useOwnSide();
  const answer = useWrite(agreements.obligations.answer, { invalidates, done: t('did.answer') });
  const { wish, state } = change;
  const known = view.obligations.find((one) => one.key === change.key);
  const sentence =
    wish.kind === 'waive'
      ? t('change.waive', { name: known === undefined ? change.key : words.name(known) })
      : t('change.set', {
          name: words.name({ ...wish.duty, title: wish.title, titleEn: wish.titleEn }),
          target: words.amount(wish.duty.metric, wish.duty.target),
          cadence: t(`cadence.${wish.duty.cadence}`),
        });
  const isOwn = change.side === own;
  const give = (word: 'agree' | 'refuse' | 'withdraw') => (
    <Button
      size="small"
      {...(word === 'agree' ? { type: 'primary' as const } : {})}
      loading={answer.isPending}
      onClick={() => answer.mutate({ agreementId, changeId: change.id, answer: word })}
    >
      {t(`do.${word}`)}
    </Button>
  );
  return (
    <li>
      <div>{sentence}</div>
      <div className="dt-small dt-quiet">{change.reason}</div>
      <div className="ag-row dt-small dt-quiet">
        <SideTag side={change.side}>{change.name}</SideTag>
        <Moment instant={change.at} />
        <span>
          {t(`change.${state}`)} {change.answeredName}
        </span>
        {change.answeredAt === null ? null : <Moment instant={change.answeredAt} />}
        {change.answer === '' ? null : <span>{change.answer}</span>}
        {state === 'proposed' && view.whyNotChange === null ? (
          isOwn ? (
            give('withdraw')
          ) : (
            <>
              {give('agree')}
              {give('refuse')}
            </>
          )
        ) : null}
      </div>
    </li>
  );
}

function Evidence(props: ChangesProps & { readonly evidence: EvidenceView }) {
  const { agreementId, view, evidence } = props;
  const t = usePhrases('obligations');
  const words = useDutyWords();
  const own = useOwnSide();
  const answer = useWrite(agreements.obligations.answerEvidence, { invalidates, done: t('did.answer') });
  const duty = view.obligations.find((one) => one.id === evidence.obligationId);
  const isOwn = evidence.side === own;
  const give = (word: 'accept' | 'refuse' | 'withdraw') => (
    <Button
      size="small"
      {...(word === 'accept' ? { type: 'primary' as const } : {})}
      loading={answer.isPending}
      onClick={() => answer.mutate({ agreementId, evidenceId: evidence.id, answer: word })}
    >
      {t(`do.${word}`)}
    </Button>
  );
  return (
    <li>
      <div>
        {duty === undefined ? '' : `${words.name(duty)} · ${words.amount(duty.metric, evidence.amount)} · `}
        {evidence.className === '' ? '' : `${t('duty.class', { name: evidence.className })} · `}
        <Day day={evidence.happenedOn} />{' '}
        <a
          href={`/api/agreements/${agreementId}/evidence/${evidence.id}/file`}
          target="_blank"
          rel="noreferrer"
        >
          {evidence.fileName}
        </a>
      </div>
      {evidence.note === '' ? null : <div className="dt-small dt-quiet">{evidence.note}</div>}
      <div className="ag-row dt-small dt-quiet">
        <SideTag side={evidence.side}>{evidence.name}</SideTag>
        <Moment instant={evidence.at} />
        <span>
          {t(`evidence.${evidence.state}`)} {evidence.answeredName}
        </span>
        {evidence.answeredAt === null ? null : <Moment instant={evidence.answeredAt} />}
        {evidence.answer === '' ? null : <span>{evidence.answer}</span>}
        {evidence.state === 'given' && own !== null ? (
          isOwn ? (
            give('withdraw')
          ) : (
            <>
              {give('accept')}
              {give('refuse')}
            </>
          )
        ) : null}
      </div>
    </li>
  );
}
