import { Moment, usePhrases } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { LintFinding } from '../../shapes.ts';
import '../compliance.css';

/** How the room that keeps the agreement asks and decides; each answers when it is done. */
export type SetAsideActions = {
  readonly ask: (finding: LintFinding, reason: string) => Promise<unknown>;
  readonly decide: (finding: LintFinding, decision: 'grant' | 'refuse', note: string) => Promise<unknown>;
  readonly withdraw: (finding: LintFinding) => Promise<unknown>;
};
type Ability = keyof NonNullable<LintFinding['abilities']>;
const leastReason = 10;

/** What was asked and decided of one finding. */
export function OverrideLine(props: { readonly finding: LintFinding }) {
  const t = usePhrases('compliance');
  const { override } = props.finding;
  if (override === null) return null;
  const { isLapsed, state, reason, askedBy, askedAt, decidedBy, decidedAt, note } = override;
  const isDecided = !isLapsed && (state === 'granted' || state === 'refused');
  return (
    <span className="cp-wide dt-small">
      {isLapsed ? <strong>{t('override.lapsed')}</strong> : t(`override.state.${state}`)}
      {isDecided || isLapsed ? ` · ${decidedBy} · ` : ` · ${askedBy} · `}
      <Moment instant={isDecided || isLapsed ? (decidedAt ?? askedAt) : askedAt} />
      <span className="cp-block dt-quiet">
        {t('override.askedBy', { name: askedBy, reason })}
        {note === '' ? null : ` · ${t('override.note')}: ${note}`}
      </span>
    </span>
  );
}

/** Says that the reader of words is mistaken about a passage, or decides on what another person says of it. */
export function SetAside(props: {
  readonly findings: readonly LintFinding[];
  readonly actions: SetAsideActions;
}) {
  const { findings, actions } = props;
  const t = usePhrases('compliance');
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const able = (ability: Ability) =>
    findings.filter((one) => one.digest !== null && one.abilities?.[ability] === null);
  // One after the other: each is a finding of its own, and the first refusal stops the rest.
  const each = (ability: Ability, work: (finding: LintFinding) => Promise<unknown>) => async () => {
    setBusy(true);
    try {
      for (const finding of able(ability)) await work(finding);
      setAsking(false);
    } catch {
      // Said in a toast by whoever did it.
    } finally {
      setBusy(false);
    }
  };
  const own = findings.find((one) => one.abilities?.grant === 'override.own-request');
  return (
    <div className="cp-aside">
      {isAsking ? (
        <AskForm
          findings={able('ask')}
          isBusy={isBusy}
          onAsk={(reason) => each('ask', (one) => actions.ask(one, reason))()}
          onClose={() => setAsking(false)}
        />
      ) : null}
      {able('grant').length > 0 ? (
        <Decide
          findings={able('grant')}
          isBusy={isBusy}
          onDecide={(decision, note) => each('grant', (one) => actions.decide(one, decision, note))()}
        />
      ) : null}
      {own === undefined ? null : <p className="dt-quiet dt-small">{t('error.override.own-request')}</p>}
      <div className="cp-tags">
        {!isAsking && able('ask').length > 0 ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('override.ask')}
          </Button>
        ) : null}
        {able('withdraw').length > 0 ? (
          <Button size="small" type="text" loading={isBusy} onClick={each('withdraw', actions.withdraw)}>
            {t('override.withdraw')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Whoever asks or decides sees all words that are meant, not only the first. */
function Words(props: { readonly findings: readonly LintFinding[] }) {
  const t = usePhrases('compliance');
  const words = [...new Set(props.findings.flatMap((one) => one.passages))];
  return (
    <div className="dt-small">
      <p className="dt-quiet">{t('override.words')}</p>
      {words.map((one) => (
        <q key={one} className="cp-quote">
          {one}
        </q>
      ))}
    </div>
  );
}

type AskProps = {
  readonly findings: readonly LintFinding[];
  readonly isBusy: boolean;
  readonly onAsk: (reason: string) => void;
  readonly onClose: () => void;
};

function AskForm({ findings, isBusy, onAsk, onClose }: AskProps) {
  const t = usePhrases('compliance');
  const tUi = usePhrases('ui');
  const [reason, setReason] = useState('');
  return (
    <div>
      <Words findings={findings} />
      <Input.TextArea
        aria-label={t('override.reason')}
        placeholder={t('override.reason')}
        value={reason}
        maxLength={1_000}
        autoSize={{ minRows: 2 }}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="cp-tags cp-tight">
        <Button
          size="small"
          type="primary"
          loading={isBusy}
          disabled={reason.trim().length < leastReason}
          onClick={() => onAsk(reason.trim())}
        >
          {t('override.send')}
        </Button>
        <Button size="small" type="text" onClick={onClose}>
          {tUi('action.cancel')}
        </Button>
      </div>
    </div>
  );
}

type DecideProps = {
  readonly findings: readonly LintFinding[];
  readonly isBusy: boolean;
  readonly onDecide: (decision: 'grant' | 'refuse', note: string) => void;
};

function Decide({ findings, isBusy, onDecide }: DecideProps) {
  const t = usePhrases('compliance');
  const [note, setNote] = useState('');
  return (
    <div>
      <Words findings={findings} />
      <Input
        aria-label={t('override.note')}
        placeholder={t('override.note')}
        value={note}
        maxLength={1_000}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="cp-tags cp-tight">
        <Button size="small" loading={isBusy} onClick={() => onDecide('grant', note.trim())}>
          {t('override.grant')}
        </Button>
        <Button size="small" loading={isBusy} onClick={() => onDecide('refuse', note.trim())}>
          {t('override.refuse')}
        </Button>
      </div>
    </div>
  );
}
