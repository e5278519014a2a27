import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refusalReasons } from '../refusal.js';
import { Metrics } from './metrics.js';

const metrics = new Metrics();
metrics.read({
  sockets: () => ({ sockets: 0, operations: 0 }),
  gallery: () => ({ templates: 0, people: 0 }),
  jobs: async () => [],
});
metrics.readNodes(() => ({ up: 1, down: 0 }));
const known = new Set(metrics.registry.getMetricsAsArray().map(({ name }) => name));

it.each(['alerts.yaml', 'grafana-dashboard.json'])('%s asks for nothing that is not there', (name) => {
  const text = readFileSync(`deploy/monitoring/${name}`, 'utf8');
  const asked = [...text.matchAll(/\b(?:rollcall|nodejs|process)_[a-z0-9_]+/g)].map(([metric]) => metric);
  expect(asked.length).toBeGreaterThan(5);
  const base = (metric: string) => metric.replace(/_(bucket|count|sum)$/, '');
  expect(asked.filter((metric) => !known.has(metric) && !known.has(base(metric)))).toEqual([]);
  const reasons = [...text.matchAll(/reason=~?\\?"([A-Z_|]+)/g)].flatMap(([, list]) => list!.split('|'));
  expect(reasons.filter((reason) => !(refusalReasons as readonly string[]).includes(reason))).toEqual([]);
});
