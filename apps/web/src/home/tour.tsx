import { findPhrase } from '@dualtrack/locales/browser';
import { useGo, useLanguage, usePhrases, useSession } from '@dualtrack/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionApi, type TourStep } from '../session/session-api.ts';
import { renewSession } from '../session/session-query.ts';

function useOpenStep(): (step: TourStep) => Promise<void> {
  const queries = useQueryClient();
  const go = useGo();
  return async (step) => {
    const { signIns } = await queries.ensureQueryData({ queryKey: ['demo'], queryFn: sessionApi.examples });
    const person = signIns.find((one) => one.name === step.signInName);
    if (person !== undefined) await sessionApi.signIn({ name: person.name, password: person.password });
    go(step.path);
    if (person !== undefined) await renewSession(queries);
  };
}

const foldedKey = 'dualtrack.tour-folded';

/** The guided tour through the example, one line a step, each opening the real page as the right person. Empty elsewhere. */
export function Tour() {
  const t = usePhrases('shell');
  const { catalogue } = useLanguage();
  const { membership } = useSession();
  const open = useOpenStep();
  const tour = useQuery({
    queryKey: ['demo-tour'],
    queryFn: sessionApi.tour,
    enabled: membership.organisation.illustrative,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const steps = tour.data?.steps ?? [];
  const [isOpen, setOpen] = useState(
    // On a phone the own work comes first.
    () => localStorage.getItem(foldedKey) === null && window.innerWidth > 640,
  );
  if (steps.length === 0) return null;
  const remember = (opened: boolean) => {
    setOpen(opened);
    if (opened) localStorage.removeItem(foldedKey);
    else localStorage.setItem(foldedKey, '1');
  };
  const say = (address: string | undefined) => {
    const [namespace = '', key = ''] = (address ?? '').split(':');
    return findPhrase(catalogue, namespace, key) ?? address;
  };
  return (
    <div className="dt-tour">
      <details open={isOpen} onToggle={(event) => remember(event.currentTarget.open)}>
        <summary>{t('home.tour')}</summary>
        <p className="dt-quiet">{t('home.tourNote', { count: steps.length })}</p>
        <ol>
          {steps.map((step) => (
            <li key={step.step}>
              <button type="button" className="dt-bare" onClick={() => void open(step)}>
                <span className="dt-tour-number">{step.step}</span>
                <span>
                  <span className="dt-tour-title">{say(step.titleKey)}</span>
                  {step.role === undefined ? null : (
                    <span className="dt-quiet dt-small">
                      {t('home.tourAs', { role: t(`role.${step.role}`) })}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
