export { loadExampleOnce, offerExampleSignIns } from './first-start.ts';
export { loadExample } from './load-example.ts';
export type { ExamplePerson } from './people.ts';
export { examplePassword, examplePeople, recordKeeper } from './people.ts';
