import {
  ErrorState,
  OperationForm,
  PageHeader,
  useGo,
  useOperation,
  useOperationForm,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import type { ClassDetail } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { ClassFields, type ClassValues, classInput, useClassCheck } from '../parts/class-form.tsx';

/** Changes name, time and people of a class that is not closed yet. */
export function EditClassPage() {
  const classId = usePathParam('classId');
  const found = useOperation('order-classes.get', orderClasses.classes.get, { classId });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return found.data === undefined ? null : <EditClass orderClass={found.data} />;
}

function EditClass(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const go = useGo();
  const check = useClassCheck();
  const path = `/order-classes/${orderClass.id}`;
  const options = useOperation('order-classes.startable', orderClasses.classes.startable, {});
  const form = useOperationForm<ClassValues, Parameters<typeof orderClasses.classes.edit>[0], ClassDetail>({
    name: `order-classes.edit.${orderClass.id}`,
    initial: {
      agreementId: orderClass.agreementId,
      name: orderClass.name,
      startsOn: orderClass.startsOn,
      endsOn: orderClass.endsOn,
      applicationsFrom: orderClass.applicationsFrom ?? '',
      applicationsUntil: orderClass.applicationsUntil ?? '',
      teacherId: orderClass.teacherId ?? '',
      mentorName: orderClass.mentorName,
      majorCodes: orderClass.majorCodes,
    },
    write: orderClasses.classes.edit,
    toInput: (values) => ({ classId: orderClass.id, ...classInput(values) }),
    check,
    invalidates: ['order-classes'],
    done: t('done.saved'),
    onDone: () => go(path),
  });
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        crumbs={[
          { label: t('list.title'), to: '/order-classes' },
          { label: orderClass.name, to: path },
        ]}
      />
      {options.data === undefined ? null : (
        <OperationForm form={form} submitLabel={t('action.save')}>
          <ClassFields form={form} options={options.data} />
        </OperationForm>
      )}
    </>
  );
}
