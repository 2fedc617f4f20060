import highs, { type Highs } from 'highs';

export type { Highs } from 'highs';

// The package's types describe its CommonJS build, where the loader stands in `default`; as a module it is the loader.
const loadHighs = 'default' in highs ? highs.default : highs;

let loading: Promise<Highs> | undefined;

/**
 * Loads the integer programming solver once per thread (HiGHS compiled to WebAssembly; synchronous after loading), to
 * be handed to `fillSeats`. A door of its own, so that pages that only read results do not carry it.
 */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}
