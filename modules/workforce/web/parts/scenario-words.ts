import type { Change } from '@dualtrack/forecast';
import { useLanguage, usePhrases } from '@dualtrack/ui';
import type { ForecastNames } from '../../contract.ts';
import { nameIn } from './names.ts';

/** Says a change of a scenario in a few words. */
export function useChangeWords(names: ForecastNames): (change: Change) => string {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  return (change) => {
    switch (change.kind) {
      case 'scale-attrition':
        return t('change.scale-attrition', { factor: change.factor });
      case 'delay-project':
        return t('change.delay-project', {
          project: nameIn(names, 'projects', change.project, locale),
          quarters: change.quarters,
        });
      case 'set-project-probability':
        if (change.probability > 0) return t('change.other');
        return t('change.set-project-probability', {
          project: nameIn(names, 'projects', change.project, locale),
        });
      case 'open-class':
        return t('change.open-class', {
          programme: nameIn(names, 'programmes', change.programme, locale),
          seats: change.seats,
          start: change.start,
        });
      default:
        return t('change.other');
    }
  };
}
