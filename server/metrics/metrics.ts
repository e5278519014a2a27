import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** From a quick look-up to the limit of an operation. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is read when somebody asks, by name of the metric. */
export interface Readings {
  /** WebSockets, and subscriptions and other operations under way on them. */
  sockets: () => { sockets: number; operations: number };
  gallery: () => { templates: number; people: number };
  jobs: () => Promise<{ state: string; count: number }[]>;
}

/**
 * What Prometheus may collect. Labels take values from short lists of the program's own words (operations of the schema,
 * reasons, kinds): nothing of a person, a device or an address.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly http = new Histogram({
    name: 'rollcall_http_request_duration_seconds',
    help: 'Requests by where they go and class of their answer.',
    labelNames: ['route', 'status'] as const,
    buckets: SECONDS,
    registers: this.registers,
  });
  readonly operations = new Histogram({
    name: 'rollcall_operation_duration_seconds',
    help: 'Queries and mutations; "no" is an expected one, such as an unknown face.',
    labelNames: ['kind', 'operation', 'outcome'] as const,
    buckets: SECONDS,
    registers: this.registers,
  });
  readonly refusals = new Counter({
    name: 'rollcall_refusals_total',
    help: 'Expected noes by reason.',
    labelNames: ['operation', 'reason'] as const,
    registers: this.registers,
  });
  readonly punches = new Counter({
    name: 'rollcall_punches_total',
    help: 'Check-ins and check-outs that were recorded. A repeated request counts again.',
    labelNames: ['kind', 'method'] as const,
    registers: this.registers,
  });
  readonly recognition = new Histogram({
    name: 'rollcall_recognition_duration_seconds',
    help: 'From asking the face engine to its answer, waiting included.',
    labelNames: ['step', 'outcome'] as const,
    buckets: SECONDS,
    registers: this.registers,
  });
  readonly recognitionUnderWay = new Gauge({
    name: 'rollcall_recognition_under_way',
    help: 'Photographs that wait for the face engine, or are at work.',
    registers: this.registers,
  });
  readonly writesUnderWay = new Gauge({
    name: 'rollcall_database_writes_under_way',
    help: 'Transactions that wait for their turn, and the one at work.',
    registers: this.registers,
  });
  readonly writes = new Histogram({
    name: 'rollcall_database_write_duration_seconds',
    help: 'Transactions from asking to committed, waiting included.',
    labelNames: ['outcome'] as const,
    buckets: SECONDS,
    registers: this.registers,
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Adds what is read when somebody asks. */
  read({ sockets, gallery, jobs }: Readings): void {
    const { registers } = this;
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    gauge('rollcall_websockets_open', 'WebSockets.', () => sockets().sockets);
    gauge('rollcall_subscriptions_open', 'Operations under way on WebSockets.', () => sockets().operations);
    gauge('rollcall_gallery_templates', 'Templates that a face is compared with.', () => gallery().templates);
    gauge('rollcall_gallery_people', 'People who can be recognised.', () => gallery().people);
    new Gauge({
      name: 'rollcall_jobs',
      help: 'Jobs by state.',
      labelNames: ['state'] as const,
      registers,
      async collect() {
        const counts = await jobs();
        this.reset();
        for (const { state, count } of counts) this.set({ state }, count);
      },
    });
  }

  /** Adds the nodes that recognise for this one. */
  readNodes(count: () => { up: number; down: number }): void {
    new Gauge({
      name: 'rollcall_recognition_nodes',
      help: 'Nodes that recognise for this one, by whether they answered when they were asked last.',
      labelNames: ['state'] as const,
      registers: this.registers,
      collect() {
        for (const [state, nodes] of Object.entries(count())) this.set({ state }, nodes);
      },
    });
  }
}

/** Counts what is under way, and how long it took with which outcome. */
export async function timed<T>(
  work: () => Promise<T>,
  underWay: Pick<Gauge, 'inc' | 'dec'>,
  done: (outcome: 'ok' | 'error', seconds: number) => void,
): Promise<T> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  underWay.inc();
  try {
    const result = await work();
    done('ok', seconds());
    return result;
  } catch (error) {
    done('error', seconds());
    throw error;
  } finally {
    underWay.dec();
  }
}
