import type { SearchFigures } from './search-process.ts';

const WIDTH = 640;
const HEIGHT = 320;
const MARGIN = { left: 60, right: 20, top: 40, bottom: 50 };

/** Question latency against the number of passages, the latter on a logarithmic scale, as SVG. */
export function latencyChart(figures: readonly SearchFigures[]): string {
  const most = Math.max(...figures.flatMap(({ askP95, embedP50 }) => [askP95, embedP50])) * 1.15;
  const [low, high] = [Math.log10(figures[0]!.passages), Math.log10(figures.at(-1)!.passages)];
  const x = (passages: number) =>
    MARGIN.left + ((Math.log10(passages) - low) / (high - low || 1)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (ms: number) => HEIGHT - MARGIN.bottom - (ms / most) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const line = (name: string, colour: string, value: (f: SearchFigures) => number) => {
    const points = figures.map((f) => `${x(f.passages).toFixed(1)},${y(value(f)).toFixed(1)}`);
    const last = figures.at(-1)!;
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
  <text x="${x(last.passages) - 4}" y="${y(value(last)) - 6}" text-anchor="end" fill="${colour}">${name}</text>`;
  };
  const ticks = figures.map(
    ({ passages }) =>
      `<text x="${x(passages)}" y="${HEIGHT - MARGIN.bottom + 20}" text-anchor="middle">${passages.toLocaleString('en')}</text>`,
  );
  const scale = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const ms = (most * share) / 1.15;
    return `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ddd"/>
  <text x="${MARGIN.left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms.toFixed(1)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
  <rect width="100%" height="100%" fill="#fff"/>
  <text x="${MARGIN.left}" y="20" font-size="14">Milliseconds a question, against passages in the index</text>
  ${scale.join('\n  ')}
  ${ticks.join('\n  ')}
  ${line('question, p95', '#c0392b', (f) => f.askP95)}
  ${line('question, p50', '#2c3e50', (f) => f.askP50)}
  ${line('embedding it, p50', '#2980b9', (f) => f.embedP50)}
</svg>
`;
}
