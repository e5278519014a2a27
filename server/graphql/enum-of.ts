/** An enum object for registerEnumType from a list of names. */
export function enumOf<const Names extends readonly string[]>(names: Names): { [N in Names[number]]: N } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [N in Names[number]]: N };
}
