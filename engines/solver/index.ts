import highs, { type Highs } from 'highs';

export type { Highs } from 'highs';

// The package's types describe its CommonJS build, where the loader stands in `default`; as a module it is the loader.
const loadHighs = 'default' in highs ? highs.default : highs;

let loading: Promise<Highs> | undefined;

/**
 * Loads the linear and integer programming solver once per thread (HiGHS compiled to WebAssembly; synchronous after
 * loading), to be handed to an engine that optimises. A package of its own, so that pages that only read results do
 * not carry it. In a browser its file must be served where the loader looks, or a loaded instance be handed in.
 */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}
