/** How much is in the variables of a request. */
export interface VariablesFigures {
  /** Lists and objects within each other. */
  depth: number;
  /** Values of every kind, at every level. */
  values: number;
  /** The longest list. */
  items: number;
  /** Places that a file goes to; one file may go to many. */
  files: number;
  /** Null characters in text, which PostgreSQL cannot keep. */
  nulls: number;
}

/** Never deeper than this is looked: whoever nests further has too much already. */
const DEEP_ENOUGH = 100;

/** Measures what JSON gave, with files in it as objects of a class. */
export function measureVariables(variables: unknown): VariablesFigures {
  const figures: VariablesFigures = { depth: 0, values: 0, items: 0, files: 0, nulls: 0 };
  const visit = (value: unknown, depth: number): void => {
    figures.values++;
    if (typeof value === 'string' && value.includes('\0')) figures.nulls++;
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    if (!isList && Object.getPrototypeOf(value) !== Object.prototype) {
      figures.files++;
      return;
    }
    figures.depth = Math.max(figures.depth, depth);
    if (isList) figures.items = Math.max(figures.items, value.length);
    if (depth < DEEP_ENOUGH) for (const inner of Object.values(value)) visit(inner, depth + 1);
  };
  if (variables !== undefined && variables !== null) visit(variables, 1);
  return figures;
}
