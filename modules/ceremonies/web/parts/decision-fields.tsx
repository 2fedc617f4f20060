import { usePhrases } from '@dualtrack/ui';
import { Button, Input } from 'antd';

/** A decision while it is being written. */
export type DecisionDraft = { readonly id?: string; readonly wording: string; readonly wordingEn: string };

type Props = {
  readonly decisions: readonly DecisionDraft[];
  readonly onChange: (decisions: readonly DecisionDraft[]) => void;
};

/** Fields of a list of decisions, each in both languages. */
export function DecisionFields({ decisions, onChange }: Props) {
  const t = usePhrases('ceremonies');
  const change = (at: number, some: Partial<DecisionDraft>) =>
    onChange(decisions.map((one, index) => (index === at ? { ...one, ...some } : one)));
  return (
    <fieldset className="ce-card">
      <legend>{t('minutes.decisions')}</legend>
      {decisions.map((one, at) => (
        <div key={one.id ?? `new-${at}`} className="ce-two">
          <Input
            aria-label={t('minutes.decision')}
            placeholder={t('minutes.decision')}
            value={one.wording}
            maxLength={1000}
            onChange={(event) => change(at, { wording: event.target.value })}
          />
          <span className="ce-row">
            <Input
              aria-label={t('minutes.decisionEn')}
              placeholder={t('minutes.decisionEn')}
              value={one.wordingEn}
              maxLength={1000}
              style={{ flex: 1 }}
              onChange={(event) => change(at, { wordingEn: event.target.value })}
            />
            <Button type="text" onClick={() => onChange(decisions.filter((_, index) => index !== at))}>
              {t('do.remove')}
            </Button>
          </span>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...decisions, { wording: '', wordingEn: '' }])}>
          {t('minutes.addDecision')}
        </Button>
      </div>
    </fieldset>
  );
}
