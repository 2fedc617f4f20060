import { usePhrases } from '@dualtrack/ui';
import type { Funnel } from '../../contract.ts';
import { funnelStages } from '../../outcome.ts';
import '../outcomes.css';

/** The way from seats to people who stay: one bar for each stage, with its number. */
export function FunnelChart(props: { readonly funnel: Funnel; readonly label: string }) {
  const t = usePhrases('outcomes');
  const most = Math.max(1, ...funnelStages.map((stage) => props.funnel[stage]));
  return (
    <table className="out-funnel" aria-label={props.label}>
      <tbody>
        {funnelStages.map((stage) => (
          <tr key={stage}>
            <th scope="row">{t(`stage.${stage}`)}</th>
            <td className="out-funnel-bar">
              <span
                className={`out-bar out-bar-${stage === 'seats' ? 'seats' : 'people'}`}
                style={{ inlineSize: `${(100 * props.funnel[stage]) / most}%` }}
              />
            </td>
            <td className="out-number">{props.funnel[stage]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
