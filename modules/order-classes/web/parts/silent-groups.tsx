import { useList, useOperation, usePhrases } from '@dualtrack/ui';
import type { ApplicantView } from '../../shapes.ts';
import { orderClasses } from '../client.ts';

/** Groups that a run does not take as one, because a member has not agreed; each with who that is. */
export function SilentGroups(props: { readonly classId: string }) {
  const { classId } = props;
  const t = usePhrases('class-work');
  const listed = useList();
  const list = useOperation('order-classes.applications', orderClasses.applications.list, { classId });
  const groups = new Map<string, ApplicantView[]>();
  for (const one of list.data ?? []) {
    if (one.group === null || one.group.isWhole) continue;
    groups.set(one.group.label, [...(groups.get(one.group.label) ?? []), one]);
  }
  const names = (list: readonly ApplicantView[]) => listed(list.map(({ studentName }) => studentName));
  const lines = [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) =>
      t('group.silentOf', {
        members: names(members),
        silent: names(members.filter(({ group }) => group?.hasAgreed !== true)),
      }),
    );
  return lines.length === 0 ? null : <p>{t('group.notCounted', { names: lines.join('；') })}</p>;
}
