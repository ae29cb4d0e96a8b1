import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Verdict } from '../answer/answer.ts';
import type { Observer } from '../discord/observer.ts';
import type { Vitals } from './vitals.ts';

/** Upper bounds, in seconds: an answer takes milliseconds, unless many wait or a build runs beside it. */
const LATENCY_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts what happens, and reads the rest off {@link Vitals} when it is asked. Holds no id and no question. */
export class Metrics implements Observer {
  readonly #registry = new Registry();
  readonly #questions: Counter<'verdict'>;
  readonly #latency: Histogram;
  readonly #refusals: Counter<'reason'>;
  readonly #restErrors: Counter<'status'>;
  readonly #failedBuilds: Counter;

  /** @param vitals called whenever the metrics are asked for */
  constructor(vitals: () => Vitals) {
    const registers = [this.#registry];
    this.#questions = new Counter({
      name: 'cited_questions_total',
      help: 'Questions by verdict; "failed" are those that an error kept from being answered.',
      labelNames: ['verdict'],
      registers,
    });
    for (const verdict of ['answered', 'unsure', 'not-found', 'failed']) this.#questions.inc({ verdict }, 0);
    this.#latency = new Histogram({
      name: 'cited_answer_seconds',
      help: 'From the arrival of a question to its answer, waiting included.',
      buckets: LATENCY_BUCKETS,
      registers,
    });
    this.#refusals = new Counter({
      name: 'cited_refusals_total',
      help: 'Questions, commands and presses that were not taken: somebody sends too many, or too many wait.',
      labelNames: ['reason'],
      registers,
    });
    this.#restErrors = new Counter({
      name: 'cited_rest_errors_total',
      help: 'Calls of Discord\'s REST API that failed, tries included, by HTTP status or "network".',
      labelNames: ['status'],
      registers,
    });
    this.#failedBuilds = new Counter({
      name: 'cited_failed_builds_total',
      help: 'Builds of the index that came to nothing; the last good one answers.',
      registers,
    });
    const gauge = (name: string, help: string, value: (now: Vitals) => number | undefined): void => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.set(value(vitals()) ?? NaN);
        },
      });
    };
    gauge('cited_questions_waiting', 'Questions that wait for their turn.', ({ bot }) => bot?.waiting ?? 0);
    gauge('cited_index_documents', 'Documents in the index in use.', ({ library }) => library?.documents);
    gauge('cited_index_passages', 'Passages in the index in use.', ({ library }) => library?.passages);
    gauge('cited_index_age_seconds', 'Since the index in use was built.', ({ library }) =>
      library === undefined ? undefined : Math.max(0, (Date.now() - Date.parse(library.builtAt)) / 1000),
    );
    gauge('cited_gateway_ready', "1 while Discord's gateway delivers, else 0.", ({ bot }) =>
      bot !== undefined && bot.unready === undefined ? 1 : 0,
    );
    gauge('cited_gateway_ping_seconds', 'Between a heartbeat and its answer.', ({ bot }) =>
      bot === undefined || bot.ping < 0 ? undefined : bot.ping / 1000,
    );
    gauge('cited_servers', 'Servers that the bot is in.', ({ bot }) => bot?.servers);
    // Memory, processor time, open files, event loop delay, garbage collection.
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Of {@link text}, for its header. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Everything, in Prometheus' text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  answered(verdict: Verdict, seconds: number): void {
    this.#questions.inc({ verdict });
    this.#latency.observe(seconds);
  }

  failed(): void {
    this.#questions.inc({ verdict: 'failed' });
  }

  refused(code: string): void {
    this.#refusals.inc({ reason: code.toLowerCase() });
  }

  buildFailed(): void {
    this.#failedBuilds.inc();
  }

  restFailed(status: number | 'network'): void {
    this.#restErrors.inc({ status: String(status) });
  }
}
