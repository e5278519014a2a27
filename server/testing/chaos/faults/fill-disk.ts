import { someSeconds, whyNoCluster, type Fault } from '../fault.js';
import { isRoot } from '../run-program.js';

const whyNoMount = (): string | null => (isRoot ? null : 'only root may mount a small disk');

/** The disk with PostgreSQL's data and log is full for a while. What ended for it is started again, as an operator would. */
export const fillDiskOfPostgresql: Fault = {
  name: 'disk',
  shape: { diskMegabytes: 400 },
  whyNot: async () => whyNoMount() ?? whyNoCluster(),
  async strike({ disk, postgresql }, chance) {
    disk!.fill();
    const full = await someSeconds(chance, 10, 40);
    disk!.free();
    const wasRunning = await postgresql!.startWhereEnded();
    return `disk of PostgreSQL full for ${full}${wasRunning ? '' : ', which ended it'}`;
  },
};

/** The disk with everything that a single server with SQLite keeps is full for a while. */
export const fillDiskOfSqlite: Fault = {
  name: 'disk-sqlite',
  shape: { isSingle: true, diskMegabytes: 400 },
  whyNot: () => Promise.resolve(whyNoMount()),
  async strike({ disk }, chance) {
    disk!.fill();
    const full = await someSeconds(chance, 10, 40);
    disk!.free();
    return `disk of the server full for ${full}`;
  },
};
