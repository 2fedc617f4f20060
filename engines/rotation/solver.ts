import highs, { type Highs } from 'highs';

export type { Highs } from 'highs';

// The package's types describe its CommonJS build, where the loader stands in `default`; as a module it is the loader.
const loadHighs = 'default' in highs ? highs.default : highs;

let loading: Promise<Highs> | undefined;

/**
 * Loads the linear and integer programming solver once per thread (HiGHS compiled to WebAssembly; synchronous after
 * loading). In a browser its file must be served where the loader looks, or a loaded instance be handed in.
 */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}
