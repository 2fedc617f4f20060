export type { EventMap, OperationContext, TransactionContext } from './context.ts';
export { executeOperation, operationName } from './execute.ts';
export { homeOf } from './home-of.ts';
export { keepingWork } from './kept-refusal.ts';
export type { Kernel } from './kernel.ts';
export { countRows, likePattern, listPage } from './list-page.ts';
export type {
  DocumentAnswer,
  DocumentRequest,
  DocumentRoute,
  OperationTree,
  Reactions,
  SearchHit,
  ServerModule,
} from './module.ts';
export { reaction } from './module.ts';
export type { CodesOf, InputOf, OpenContext, Operation, OperationsOf, OutputOf } from './operation.ts';
export { openOperation, operationsOn } from './operation.ts';
export { asSystem, transactionContext } from './transaction-context.ts';
