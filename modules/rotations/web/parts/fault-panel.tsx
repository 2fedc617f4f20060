import { Panel, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { rotations } from '../client.ts';
import { LetGo } from './let-go.tsx';
import { MendLinks, type MendPlace } from './mend-links.tsx';
import { usePlanWords } from './use-plan-words.ts';
import { useRuleWords } from './use-rule-words.ts';
import { useWhyNot } from './use-why-not.ts';

type Fault = PlanDetail['faults'][number];

/** What has to be mended before a search can start: who and what contradicts what, and where it is mended. */
export function FaultPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const words = useFaultWords(plan);
  if (plan.faults.length === 0) return null;
  return (
    <Panel title={t('fault.title')} count={plan.faults.length}>
      <p className="ro-warn">{t('fault.note')}</p>
      <ul className="ro-list">
        {plan.faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            <span>{words(fault)}</span>
            <span className="ro-row">
              <MendLinks plan={plan} places={placesOf(fault)} />
              {fault.code === 'rest-no-room' ? <LetGo plan={plan} fault={fault} /> : null}
              {plan.blocks
                .filter((block) => fault.blockIds.includes(block.id))
                .map((block) => (
                  <FreeBlock key={block.id} plan={plan} block={block} />
                ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function placesOf({ code }: Fault): MendPlace[] {
  if (code === 'unit-too-long' || code === 'too-few-units' || code === 'least-over-places') return ['base'];
  if (code === 'rule') return ['rules', 'base', 'calendar'];
  if (code === 'group-kept-apart' || code === 'kept-site') return ['rules'];
  if (code === 'order-circle') return ['base'];
  if (code === 'too-few-weeks' || code === 'rest-no-room') return ['calendar', 'base'];
  if (code === 'kept-away') return ['calendar'];
  return code === 'kept-full' || code === 'kept-no-place' || code === 'kept-mentors' ? ['base'] : [];
}

function FreeBlock(props: { readonly plan: PlanDetail; readonly block: PlanDetail['blocks'][number] }) {
  const { plan, block } = props;
  const t = usePhrases('rotations');
  const whyNot = useWhyNot();
  const words = usePlanWords(plan);
  const pin = useWrite(rotations.pin, { invalidates: ['rotations'] });
  return (
    <WhyNotButton
      size="small"
      whyNot={whyNot(plan.abilities.free)}
      loading={pin.isPending}
      onClick={() => pin.mutate({ planId: plan.id, blockId: block.id, isPinned: false })}
    >
      {t('fault.free', { student: block.studentName, unit: words.unit(block.unitId) })}
    </WhyNotButton>
  );
}

function useFaultWords(plan: PlanDetail): (fault: Fault) => string {
  const t = usePhrases('rotations');
  const changes = usePhrases('rotation-changes');
  const rules = usePhrases('rotation-rules');
  const { wholeFault: ofRule } = useRuleWords(plan);
  const words = usePlanWords(plan);
  return ({ code, placementIds, unitIds, siteId, weeks, needed, available, rule }) => {
    const names = {
      count: placementIds.length,
      students: words.students(placementIds),
      units: words.units(unitIds),
      site: words.site(siteId),
      from: words.day(weeks[0] ?? plan.firstWeek),
      to: words.day(weeks.at(-1) ?? plan.firstWeek),
      weeks: weeks.length,
      needed: needed ?? 0,
      available: available ?? 0,
    };
    switch (code) {
      case 'other':
        return t('fault.other');
      case 'rule':
        return rule === null ? t('fault.other') : rules('fault.rule', { words: ofRule(rule) });
      case 'order-circle':
      case 'kept-site':
      case 'group-kept-apart':
        return rules(`fault.${code}`, names);
      case 'rest-no-room':
        return changes('rest.noRoom', names);
      case 'unit-too-long':
      case 'too-few-weeks':
      case 'too-few-units':
      case 'least-over-places':
        return t(`fault.${code}`, names);
      default:
        return t(`fault.${code}`, names);
    }
  };
}
