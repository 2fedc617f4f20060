import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo } from 'react';
import type { FormAsideDefinition } from '../page-definition.ts';

const Asides = createContext<readonly FormAsideDefinition[]>([]);

/** Makes what modules say beside the forms of other modules known to the whole application. */
export function FormAsideProvider(props: {
  readonly asides: readonly FormAsideDefinition[];
  readonly children: ReactNode;
}) {
  return <Asides value={props.asides}>{props.children}</Asides>;
}

/** What other modules say of a form while it is filled in; nothing where none has a word on it. */
export function FormAside<Values>(props: { readonly form: string; readonly values: () => Values }) {
  const asides = useContext(Asides);
  const found = asides.find((one) => one.form === props.form);
  return found === undefined ? null : <Loaded definition={found} values={props.values()} />;
}

function Loaded(props: { readonly definition: FormAsideDefinition; readonly values: unknown }) {
  const { definition } = props;
  const Aside = useMemo(() => lazy(async () => ({ default: (await definition.load()).Aside })), [definition]);
  return (
    <Suspense fallback={null}>
      <Aside values={props.values} />
    </Suspense>
  );
}
