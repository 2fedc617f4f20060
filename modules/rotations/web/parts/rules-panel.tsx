import { Panel, usePhrases, WhyNotButton } from '@dualtrack/ui';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { ruleParts } from '../../rules-contract.ts';
import { RulesEditor } from './rules-editor.tsx';
import { useRuleWords } from './use-rule-words.ts';
import { useWhyNot } from './use-why-not.ts';
import '../rules.css';

const titles = {
  least: 'least.title',
  siteLimits: 'limits.title',
  groups: 'groups.title',
  hostScores: 'host.title',
} as const;

/** What holds in this plan beside places, calendar and law; both offices set it while the plan can be searched. */
export function RulesPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotation-rules');
  const whyNot = useWhyNot();
  const { sentences } = useRuleWords(plan);
  const [isEditing, setEditing] = useState(false);
  const rows = sentences(plan.rules);
  const parts = ruleParts.filter((part) => rows[part].length > 0);
  const isOver = plan.state === 'published' || plan.state === 'superseded';
  if (isOver && parts.length === 0) return null;
  return (
    <div id="ro-rules">
      <Panel
        title={t('rules.title')}
        actions={
          isEditing || isOver ? undefined : (
            <WhyNotButton size="small" whyNot={whyNot(plan.abilities.edit)} onClick={() => setEditing(true)}>
              {t('rules.edit')}
            </WhyNotButton>
          )
        }
      >
        <p className="dt-quiet">{t('rules.note')}</p>
        {isEditing ? (
          <RulesEditor plan={plan} onClose={() => setEditing(false)} />
        ) : parts.length === 0 ? (
          <p>{t('rules.none')}</p>
        ) : (
          parts.map((part) => (
            <div key={part}>
              <h3 className="ro-sub">{t(titles[part])}</h3>
              <ul className="ro-why">
                {rows[part].map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ))
        )}
      </Panel>
    </div>
  );
}
