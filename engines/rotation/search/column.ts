import type { LearnerModel, Model, Path } from '../model/model.ts';

/** One whole programme of one learner: what the master chooses from. */
export type Column = {
  learner: number;
  path: Path;
  /** The learner's own score, unscaled. */
  score: number;
  /** Cells in use, of places and their pools, each once. */
  cells: Int32Array;
  key: string;
};

/** Makes the column of a way. */
export function columnOf(model: Model, learner: LearnerModel, path: Path): Column {
  const cells: number[] = [];
  let score = 0;
  let end = 0;
  path.options.forEach((option, i) => {
    const start = path.starts[i]!;
    const length = learner.lengths[Math.floor(option / model.sites)]!;
    const place = learner.place[option]!;
    for (const row of [place, ...model.poolsOf[place]!]) {
      const first = row * model.periods + start;
      for (let t = 0; t < length; t++) cells.push(first + t);
    }
    score += learner.bonus?.[start * learner.value.length + option] ?? 0;
    score += learner.value[option]! + (start - end) * learner.wait;
    const [site, before] = [option % model.sites, (path.options[i - 1] ?? option) % model.sites];
    if (learner.outer[site] !== learner.outer[before]) score += learner.siteChange;
    end = start + length;
  });
  const key = path.options.map((option, i) => `${option}@${path.starts[i]}`).join();
  return { learner: learner.index, path, score, cells: Int32Array.from(cells), key };
}
