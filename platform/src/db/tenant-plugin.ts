import {
  JoinNode,
  type KyselyPlugin,
  type OperationNode,
  type RootOperationNode,
  sql,
  WhereNode,
} from 'kysely';
import { tableKind } from './register.ts';
import type { Scope } from './scope.ts';

type AnyNode = OperationNode & Record<string, unknown>;

/**
 * The first wall of tenancy: every select, update and delete on a tenant or bilateral table carries an explicit
 * predicate on `tenant_id` (it also chooses the shard). Row-level security is the second wall and stands alone
 * for hand-written SQL. Inserts name their `tenantId` themselves and are checked by the policy.
 */
export function tenantPlugin(scope: Scope): KyselyPlugin {
  return {
    transformQuery: ({ node }) => scopeTree(node, scope),
    transformResult: async ({ result }) => result,
  };
}

function scopeTree(root: RootOperationNode, scope: Scope): RootOperationNode {
  // The tree is rebuilt node by node and keeps its kinds, so the root stays a root.
  return walk(root, scope) as RootOperationNode;
}

// Names and values: no query can stand inside of them, and they are most of a tree.
const leaves = new Set([
  'IdentifierNode',
  'SchemableIdentifierNode',
  'ColumnNode',
  'TableNode',
  'ReferenceNode',
  'SelectAllNode',
  'ValueNode',
  'PrimitiveValueListNode',
  'OperatorNode',
]);

/** The same value when nothing in it changes, so that a query without scoped tables costs no copying. */
function walk(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    const walked = value.map((item) => walk(item, scope));
    return walked.some((item, at) => item !== value[at]) ? walked : value;
  }
  if (!isNode(value) || leaves.has(value.kind)) return value;
  const changed: Record<string, unknown> = {};
  for (const key in value) {
    const child = value[key];
    if (typeof child !== 'object' || child === null) continue;
    const walked = walk(child, scope);
    if (walked !== child) changed[key] = walked;
  }
  const isSame = Object.keys(changed).length === 0;
  // Same kind and keys as the node it was made from.
  return addPredicates(isSame ? value : ({ ...value, ...changed } as AnyNode), scope);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

function addPredicates(node: AnyNode, scope: Scope): AnyNode {
  if (node.kind !== 'SelectQueryNode' && node.kind !== 'UpdateQueryNode' && node.kind !== 'DeleteQueryNode') {
    return node;
  }
  const sources = [
    ...fromItems(node['from']),
    ...fromItems(node['using']),
    ...(isNode(node['table']) ? [node['table']] : []),
  ];
  let where = node['where'];
  for (const source of sources) {
    const predicate = predicateFor(source, scope);
    if (predicate === undefined) continue;
    where =
      where === undefined
        ? WhereNode.create(predicate)
        : // Kysely's own WhereNode, seen through the generic walk.
          WhereNode.cloneWithOperation(where as WhereNode, 'And', predicate);
  }
  const joins = Array.isArray(node['joins'])
    ? node['joins'].map((join) => scopeJoin(join, scope))
    : undefined;
  return { ...node, ...(where === undefined ? {} : { where }), ...(joins === undefined ? {} : { joins }) };
}

function fromItems(from: unknown): AnyNode[] {
  if (!isNode(from)) return [];
  const items = from['froms'] ?? from['tables'];
  return Array.isArray(items) ? items.filter(isNode) : [];
}

/** Predicates of joined tables belong to the join, or a left join would turn into an inner one. */
function scopeJoin(join: JoinNode, scope: Scope): JoinNode {
  const predicate = isNode(join.table) ? predicateFor(join.table, scope) : undefined;
  return predicate === undefined ? join : JoinNode.cloneWithOn(join, predicate);
}

function predicateFor(source: AnyNode, scope: Scope): OperationNode | undefined {
  const named = namesOf(source);
  if (named === undefined) return undefined;
  const kind = tableKind(named.table);
  const column = (name: string) => sql.ref(`${named.alias}.${name}`);
  if (kind === 'tenant') return sql`${column('tenantId')} = ${scope.tenant}`.toOperationNode();
  if (kind !== 'bilateral') return undefined;
  if (scope.homes.length > 0) {
    const homes = `{${scope.homes.join(',')}}`;
    return sql`(${column('tenantId')} = any(${homes}::uuid[]) and ${column('enterpriseId')} = ${scope.tenant})`.toOperationNode();
  }
  if (scope.enterprise !== null) {
    return sql`(${column('tenantId')} = ${scope.tenant} and ${column('enterpriseId')} = ${scope.enterprise})`.toOperationNode();
  }
  return sql`${column('tenantId')} = ${scope.tenant}`.toOperationNode();
}

/** Table name and the name by which the query calls it. */
function namesOf(source: AnyNode): { table: string; alias: string } | undefined {
  if (source.kind === 'AliasNode') {
    const inner = isNode(source['node']) ? namesOf(source['node']) : undefined;
    const alias = isNode(source['alias']) ? source['alias']['name'] : undefined;
    return inner === undefined || typeof alias !== 'string' ? undefined : { table: inner.table, alias };
  }
  if (source.kind !== 'TableNode' || !isNode(source['table'])) return undefined;
  const identifier = source['table']['identifier'];
  const name = isNode(identifier) ? identifier['name'] : undefined;
  return typeof name === 'string' ? { table: name, alias: name } : undefined;
}
