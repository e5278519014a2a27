import { ConflictError, DomainError } from './errors.js';

/** For a mutation that names an id that does not exist. */
export const noSuch = (what: string): DomainError => new DomainError('NOT_FOUND', `There is no ${what} with this id.`);

export const nameTaken = (what: string, name: string): ConflictError =>
  new ConflictError('NAME_TAKEN', `There is a ${what} named ${name} already.`);

/** How many rows of a kind use something; `examples` are names of a few of them. */
export interface Use {
  count: number;
  /** In the singular; an "s" makes the plural. */
  kind: string;
  examples?: readonly string[];
}

/** Throws CONFLICT saying by what something is used; does nothing where it is by nothing. */
export function refuseInUse(what: string, name: string, uses: readonly Use[]): void {
  const present = uses.filter(({ count }) => count > 0);
  if (present.length > 0) {
    throw new ConflictError('IN_USE', `The ${what} ${name} is in use by ${present.map(inWords).join(' and ')}.`);
  }
}

function inWords({ count, kind, examples = [] }: Use): string {
  const names = examples.length > 0 ? ` (${examples.join(', ')}${count > examples.length ? ', …' : ''})` : '';
  return `${count} ${kind}${count === 1 ? '' : 's'}${names}`;
}
