/** 450 -> '7 h 30 min', 45 -> '45 min', -60 -> '−1 h', 0 -> '0 min'. */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const words = [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])];
  return `${minutes < 0 ? '−' : ''}${words.join(' ')}`;
}
