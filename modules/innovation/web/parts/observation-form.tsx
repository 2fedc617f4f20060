import { type Procedure, today, usePhrases } from '@dualtrack/ui';
import type { ObservationDetail } from '../../contract.ts';
import { observationKinds, observationLengths, observers } from '../../observation.ts';
import { QuickForm } from './quick-form.tsx';

/** What the form hands in. */
export type ObservationInput = Pick<
  ObservationDetail,
  'kind' | 'title' | 'place' | 'onDay' | 'happened' | 'done' | 'seenBy'
>;

type Props<Output> = {
  readonly name: string;
  readonly known?: Partial<ObservationInput>;
  readonly write: Procedure<ObservationInput, Output>;
  readonly foldedLabel?: string;
  readonly submitLabel: string;
  readonly onDone?: (output: Output) => void;
};

/** Asks for a near miss or a note; learners are not named. */
export function ObservationForm<Output>({ known = {}, ...props }: Props<Output>) {
  const t = usePhrases('innovation-news');
  return (
    <QuickForm
      {...props}
      fields={[
        {
          ...({ name: 'kind', kind: 'choice', label: t('observation.kind') } as const),
          choices: observationKinds.map((value) => ({ value, label: t(`observation.kind.${value}`) })),
          initial: known.kind ?? 'near-miss',
        },
        { name: 'onDay', kind: 'day', label: t('observation.day'), initial: known.onDay ?? today() },
        {
          ...({ name: 'title', kind: 'line', label: t('observation.name') } as const),
          ...{ initial: known.title ?? '', maxLength: observationLengths.title },
        },
        {
          ...({ name: 'place', kind: 'line', label: t('observation.place') } as const),
          ...{ initial: known.place ?? '', maxLength: observationLengths.place },
        },
        {
          ...({ name: 'seenBy', kind: 'choice', label: t('observation.seenBy') } as const),
          choices: observers.map((value) => ({ value, label: t(`observation.seenBy.${value}`) })),
          initial: known.seenBy ?? 'staff',
        },
        {
          ...({ name: 'happened', kind: 'text', label: t('observation.happened') } as const),
          ...{ hint: t('observation.happenedHint'), initial: known.happened ?? '' },
          maxLength: observationLengths.happened,
        },
        {
          ...({ name: 'done', kind: 'text', label: t('observation.done'), isOptional: true } as const),
          ...{ initial: known.done ?? '', maxLength: observationLengths.done },
        },
      ]}
      toInput={({ kind, seenBy, title = '', place = '', onDay = '', happened = '', done = '' }) => ({
        ...{ title, place, onDay, happened, done },
        kind: observationKinds.find((one) => one === kind) ?? 'near-miss',
        seenBy: observers.find((one) => one === seenBy) ?? 'staff',
      })}
      done={t('observation.saved')}
    />
  );
}
