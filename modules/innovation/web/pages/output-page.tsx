import {
  Day,
  ErrorState,
  FileChoice,
  Loading,
  Money,
  ObjectPage,
  PageLink,
  Panel,
  today,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import type { OutputDetail } from '../../contract.ts';
import { incomeKinds } from '../../output.ts';
import { api } from '../client.ts';
import { fenOf, QuickForm } from '../parts/quick-form.tsx';
import { ShareList } from '../parts/share-list.tsx';
import { TeachingCase } from '../parts/teaching-case.tsx';
import { useIsLead, useWords } from '../words.ts';
import '../innovation.css';

/** One output: whose it is, its proof, and what it earns. */
export function OutputPage() {
  const outputId = usePathParam('outputId');
  const found = useOperation('innovation.output', api.outputs.get, { outputId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <OutputView output={found.data} />;
}

function OutputView({ output }: { readonly output: OutputDetail }) {
  const t = usePhrases('innovation-projects');
  const words = useWords();
  const { id: outputId } = output;
  const addProof = useWrite(api.outputs.addProof, { invalidates: ['innovation'], done: t('form.done') });
  return (
    <ObjectPage
      title={words.pick(output.title, output.titleEn)}
      crumbs={[{ label: t('outputs.title'), to: '/innovation-outputs' }]}
      sides={words.sides(output)}
      facts={[
        { label: t('outputs.kind'), value: t(`output.${output.kind}`) },
        { label: t('outputs.day'), value: <Day day={output.achievedOn} /> },
        ...(output.reference === '' ? [] : [{ label: t('outputs.reference'), value: output.reference }]),
        ...(output.course === '' ? [] : [{ label: t('outputs.course'), value: output.course }]),
        ...(output.projectId === null
          ? []
          : [
              {
                label: t('outputs.project'),
                value: (
                  <PageLink to={`/innovation-projects/${output.projectId}`}>
                    {words.pick(output.project, output.projectEn)}
                  </PageLink>
                ),
              },
            ]),
      ]}
    >
      <div className="in-stack">
        {output.note === '' ? null : (
          <Panel title={t('field.note')}>
            <p className="in-prose">{output.note}</p>
          </Panel>
        )}
        <Panel title={t('share.title')}>
          <ShareList of={output} shares={output.shares} />
        </Panel>
        <Panel title={t('outputs.proof')}>
          {output.hasProof ? (
            <a href={`/api/innovation-outputs/${outputId}/proof`}>{output.proofName}</a>
          ) : (
            <p className="dt-quiet">{t('outputs.noProof')}</p>
          )}
          {output.mayWrite ? (
            <div className="in-fold">
              <FileChoice
                label={t('outputs.addProof')}
                onFile={(file) => addProof.mutate({ outputId, file })}
              />
            </div>
          ) : null}
        </Panel>
        {output.kind === 'teaching-case' ? <TeachingCase output={output} /> : null}
        <Incomes output={output} />
      </div>
    </ObjectPage>
  );
}

function Incomes({ output }: { readonly output: OutputDetail }) {
  const t = usePhrases('innovation-projects');
  const isLead = useIsLead();
  const words = useWords();
  const { id: outputId, incomes, shares } = output;
  return (
    <Panel title={t('outputs.income')} count={incomes.length}>
      {incomes.length === 0 ? <p className="dt-quiet">{t('income.none')}</p> : null}
      <ul className="in-list">
        {incomes.map((one) => (
          <li key={one.id}>
            <div>
              <div className="in-name">{t(`income.${one.kind}`)}</div>
              <div className="dt-small dt-quiet">
                <Day day={one.receivedOn} style="day" />
                {one.payer === '' ? '' : ` · ${one.payer}`}
              </div>
              <ul className="dt-plain-list dt-small">
                {shares.map((share, at) => (
                  <li key={share.holder}>
                    {words.holder(output, share)}{' '}
                    <Money money={{ amount: one.parts[at] ?? 0, currency: 'CNY' }} />
                  </li>
                ))}
              </ul>
            </div>
            <Money money={{ amount: one.amount, currency: 'CNY' }} />
          </li>
        ))}
      </ul>
      {isLead ? (
        <QuickForm
          name={`innovation.income.${outputId}`}
          foldedLabel={t('income.add')}
          fields={[
            {
              ...({ name: 'kind', kind: 'choice', label: t('income.kind') } as const),
              choices: incomeKinds.map((value) => ({ value, label: t(`income.${value}`) })),
            },
            { name: 'amount', kind: 'money', label: t('budget.amount') },
            { name: 'receivedOn', kind: 'day', label: t('income.day'), initial: today() },
            { name: 'payer', kind: 'line', label: t('income.payer'), isOptional: true, maxLength: 120 },
          ]}
          write={api.outputs.addIncome}
          toInput={({ kind, amount, receivedOn = '', payer = '' }) => ({
            ...{ outputId, amount: fenOf(amount), receivedOn, payer },
            kind: incomeKinds.find((known) => known === kind) ?? 'technical-service',
          })}
          submitLabel={t('income.add')}
        />
      ) : null}
    </Panel>
  );
}
