/** A background for a shift, the same wherever it is shown; text in the colour of the surface can be read on it. */
export function shiftColour(id: string): string {
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 3600;
  return `color-mix(in srgb, hsl(${(hash % 24) * 15} 70% 48%) 24%, rgb(var(--v-theme-surface)))`;
}
