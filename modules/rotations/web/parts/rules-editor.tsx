import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { ruleFaults } from '../../plan-rules.ts';
import { rotations } from '../client.ts';
import { GroupFields } from './group-fields.tsx';
import { LeastFields } from './least-fields.tsx';
import { PreferenceFields } from './preference-fields.tsx';
import { ruleFactsOfPlan } from './rule-facts-of-plan.ts';
import { draftOf, isComplete, type RulesDraft, rulesOfDraft } from './rules-draft.ts';
import { useRuleWords } from './use-rule-words.ts';

/** The rules of a plan as one form: each is held against places, weeks and class while it is written. */
export function RulesEditor(props: { readonly plan: PlanDetail; readonly onClose: () => void }) {
  const { plan } = props;
  const t = usePhrases('rotation-rules');
  const words = useRuleWords(plan);
  const [draft, setDraft] = useState<RulesDraft>(() => draftOf(plan));
  // The rules that were on screen when editing began: whoever saved others meanwhile is not overwritten.
  const revision = useRef(plan.rules.revision);
  const added = useRef(0);
  const save = useWrite(rotations.setRules, {
    invalidates: ['rotations'],
    done: t('rules.saved'),
    onDone: props.onClose,
  });
  const { rules, keyOf } = rulesOfDraft(draft);
  const faults = ruleFaults(rules, ruleFactsOfPlan(plan));
  const faultAt = (key: string) => {
    const found = faults.find((one) => keyOf(one) === key);
    return found === undefined ? undefined : words.fault(found);
  };
  const change = (changed: Partial<RulesDraft>) => setDraft({ ...draft, ...changed });
  const newKey = () => {
    added.current += 1;
    return `new-${added.current}`;
  };
  const isReady = isComplete(draft);
  return (
    <div className="ro-rules">
      <LeastFields
        plan={plan}
        rows={draft.least}
        faultAt={faultAt}
        newKey={newKey}
        onChange={(least) => change({ least })}
      />
      <GroupFields
        plan={plan}
        rows={draft.groups}
        faultAt={faultAt}
        newKey={newKey}
        onChange={(groups) => change({ groups })}
      />
      <PreferenceFields
        plan={plan}
        limits={draft.limits}
        scores={draft.scores}
        faultAt={faultAt}
        onChange={change}
      />
      <div className="ro-row">
        <Button
          type="primary"
          disabled={!isReady || faults.length > 0}
          loading={save.isPending}
          onClick={() => save.mutate({ planId: plan.id, revision: revision.current, rules })}
        >
          {t('rules.save')}
        </Button>
        <Button type="text" onClick={props.onClose}>
          {t('rules.cancel')}
        </Button>
        {faults.length > 0 ? (
          <span className="ro-fault">{t('rules.mendFirst')}</span>
        ) : (
          <span className="dt-quiet">{t(isReady ? 'rules.again' : 'rules.incomplete')}</span>
        )}
      </div>
    </div>
  );
}
