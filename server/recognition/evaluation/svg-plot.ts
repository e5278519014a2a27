/** Plain SVG as text, coloured by the page's CSS variables: --ink, --grid, --series-1 … --series-4. */

export interface Axis {
  label: string;
  low: number;
  high: number;
  /** Decades instead of equal steps; `low` is over 0. */
  logarithmic: boolean;
}

export interface Series {
  name: string;
  points: readonly { x: number; y: number }[];
}

const [WIDTH, HEIGHT] = [520, 340];
const MARGIN = { left: 62, right: 14, top: 12, bottom: 44 };
const [INNER_WIDTH, INNER_HEIGHT] = [WIDTH - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom];

/** Lines, the first series on top of the others. Points beyond the axes lie on their ends. */
export function linePlot(title: string, x: Axis, y: Axis, series: readonly Series[]): string {
  const [toX, toY] = [scaleOf(x, MARGIN.left, INNER_WIDTH), scaleOf(y, MARGIN.top + INNER_HEIGHT, -INNER_HEIGHT)];
  const lines = series.map(({ points }, index) => {
    const path = points.map((point) => `${toX(point.x).toFixed(1)},${toY(point.y).toFixed(1)}`).join(' ');
    return `<polyline points="${path}" fill="none" stroke="var(--series-${index + 1})" stroke-width="2" stroke-linejoin="round"/>`;
  });
  return figure(title, series, [...grid(x, y, toX, toY), ...lines.reverse()]);
}

/** Steps from 0 to `end`: the outline of each series' shares over equal bins, filled. */
export function histogram(
  title: string,
  label: string,
  end: number,
  series: readonly { name: string; shares: readonly number[] }[],
): string {
  const highest = Math.max(...series.flatMap(({ shares }) => shares), 0.01);
  const x: Axis = { label, low: 0, high: end, logarithmic: false };
  const y: Axis = { label: 'share of pairs', low: 0, high: highest, logarithmic: false };
  const [toX, toY] = [scaleOf(x, MARGIN.left, INNER_WIDTH), scaleOf(y, MARGIN.top + INNER_HEIGHT, -INNER_HEIGHT)];
  const areas = series.map(({ shares }, index) => {
    const steps = shares.flatMap((share, bin) => [
      `${toX((bin / shares.length) * end).toFixed(1)},${toY(share).toFixed(1)}`,
      `${toX(((bin + 1) / shares.length) * end).toFixed(1)},${toY(share).toFixed(1)}`,
    ]);
    const corners = [`${toX(0)},${toY(0)}`, ...steps, `${toX(end)},${toY(0)}`].join(' ');
    return `<polygon points="${corners}" fill="var(--series-${index + 1})" fill-opacity="0.35" stroke="var(--series-${index + 1})"/>`;
  });
  return figure(title, series, [...grid(x, y, toX, toY), ...areas]);
}

type Scale = (value: number) => number;

function scaleOf({ low, high, logarithmic }: Axis, start: number, length: number): Scale {
  const place = logarithmic ? Math.log10 : (value: number): number => value;
  return (value) => {
    const inside = Math.min(high, Math.max(low, value));
    return start + ((place(inside) - place(low)) / (place(high) - place(low))) * length;
  };
}

function ticksOf({ low, high, logarithmic }: Axis): number[] {
  if (!logarithmic) return Array.from({ length: 5 }, (_, index) => low + ((high - low) * index) / 4);
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
}

function grid(x: Axis, y: Axis, toX: Scale, toY: Scale): string[] {
  const [bottom, right] = [MARGIN.top + INNER_HEIGHT, MARGIN.left + INNER_WIDTH];
  return [
    ...ticksOf(x).map(
      (tick) =>
        `<path class="grid" d="M${toX(tick)} ${MARGIN.top}V${bottom}"/><text x="${toX(tick)}" y="${bottom + 16}" text-anchor="middle">${numberText(tick)}</text>`,
    ),
    ...ticksOf(y).map(
      (tick) =>
        `<path class="grid" d="M${MARGIN.left} ${toY(tick)}H${right}"/><text x="${MARGIN.left - 6}" y="${toY(tick) + 4}" text-anchor="end">${numberText(tick)}</text>`,
    ),
    `<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escapeText(x.label)}</text>`,
    `<text transform="translate(14 ${(MARGIN.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escapeText(y.label)}</text>`,
  ];
}

function figure(title: string, series: readonly { name: string }[], content: readonly string[]): string {
  const legend = series.map(
    ({ name }, index) => `<span><i style="background:var(--series-${index + 1})"></i>${escapeText(name)}</span>`,
  );
  return (
    `<figure><figcaption>${escapeText(title)}</figcaption>` +
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeText(title)}">${content.join('')}</svg>` +
    `<div class="legend">${legend.join('')}</div></figure>`
  );
}

const numberText = (value: number): string => String(Number(value.toPrecision(2)));

/** For text and attribute values of HTML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
