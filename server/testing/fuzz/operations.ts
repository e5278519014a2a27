import fc from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { breakText } from './break-text.js';
import { FuzzFile, pick, valueOf, type Draw, type ValueOptions } from './values.js';

export interface FuzzOperation {
  query: string;
  variables: Record<string, unknown>;
  kind: 'query' | 'mutation' | 'subscription';
  /** Whether the text was damaged on purpose. */
  isBroken: boolean;
}

/** Signing out, or taking rights away, would end what the callers of the run have in common. */
const LEFT_OUT = ['logout', 'setUserDisabled', 'setUserRights'];

/** Documents and variables that follow from the schema itself, some of them damaged. */
export function operationArbitrary(schema: GraphQLSchema, photos: readonly Buffer[]): fc.Arbitrary<FuzzOperation> {
  return fc.gen().map((draw) => {
    const kind = pick<FuzzOperation['kind']>(draw, 'query', 'query', 'mutation', 'mutation', 'subscription');
    const isBroken = draw(fc.nat, 3) === 0;
    const options = { photos, wrong: pick(draw, 0, 0, 0.02, 0.2) };
    const { query, variables } = new Writer(schema, draw, options).write(kind);
    return { query: isBroken ? breakText(draw, query) : query, variables, kind, isBroken };
  });
}

class Writer {
  private readonly variables: { name: string; type: string; value: unknown }[] = [];
  private readonly fragments: string[] = [];
  private readonly depth: number;
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: Draw,
    private readonly options: ValueOptions,
  ) {
    this.depth = draw(fc.integer, { min: 1, max: 7 });
  }

  write(kind: FuzzOperation['kind']): { query: string; variables: Record<string, unknown> } {
    const root = this.schema.getRootType(kind as OperationTypeNode)!;
    const fields = Object.values((root as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields());
    const chosen = Array.from({ length: kind === 'query' ? pick(this.draw, 1, 1, 2, 4) : 1 }, () =>
      pick(this.draw, ...fields.filter(({ name }) => !LEFT_OUT.includes(name))),
    );
    const selections = chosen.map((field, index) => this.field(field, 1, index > 0 ? `r${index}` : null));
    const declared = this.variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const head = `${kind} Fuzz${declared && `(${declared})`}`;
    return {
      query: [`${head} { ${selections.join(' ')} }`, ...this.fragments].join('\n'),
      variables: Object.fromEntries(this.variables.map(({ name, value }) => [name, value])),
    };
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, alias: string | null = null): string {
    // Fields of two types of a union may be unlike under one name, which the rules of GraphQL refuse: most have their own.
    const named = depth > 1 && this.draw(fc.nat, 9) > 6 ? `a${this.aliases++}` : alias;
    const args = field.args
      .filter((arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || this.draw(fc.nat, 2) === 0)
      .map((arg) => this.argument(arg));
    const directive = this.draw(fc.nat, 19) === 0 ? ` @${pick(this.draw, 'include', 'skip')}(if: true)` : '';
    const type = getNamedType(field.type);
    const inner = isCompositeType(type) ? ` ${this.selections(type, depth + 1)}` : '';
    return `${named ? `${named}: ` : ''}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${inner}`;
  }

  private selections(type: GraphQLNamedType, depth: number): string {
    const parts = ['__typename'];
    if (isObjectType(type) || isInterfaceType(type)) {
      const all = Object.values(type.getFields());
      const some = all.filter((field) => depth <= this.depth || !isCompositeType(getNamedType(field.type)));
      const wanted = some.filter(() => this.draw(fc.nat, 2) > 0);
      parts.push(...wanted.map((field) => this.field(field, depth)));
    } else if (depth <= this.depth + 1) {
      const possible = this.schema.getPossibleTypes(type as Parameters<GraphQLSchema['getPossibleTypes']>[0]);
      parts.push(...possible.map((one) => `... on ${one.name} ${this.selections(one, depth + 1)}`));
    }
    if (this.draw(fc.nat, 14) > 0) return `{ ${parts.join(' ')} }`;
    const name = `F${this.fragments.length}_${depth}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${parts.join(' ')} }`);
    return `{ ...${name} }`;
  }

  private argument({ name, type }: GraphQLArgument): string {
    const value = valueOf(this.draw, type, this.options);
    if (this.draw(fc.nat, 3) === 0 && !holdsFile(value)) return `${name}: ${literalOf(value)}`;
    const variable = `v${this.variables.length}`;
    this.variables.push({ name: variable, type: String(type), value });
    return `${name}: $${variable}`;
  }
}

function holdsFile(value: unknown): boolean {
  if (value instanceof FuzzFile) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsFile);
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${literalOf(inner)}`)
    .join(', ')} }`;
}
