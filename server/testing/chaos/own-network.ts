import { networkInterfaces } from 'node:os';
import { runProgram } from './run-program.js';

/** A cable between this machine and the database's network. */
export interface Link {
  /** Of the database at its other end. */
  readonly address: string;
  /** Nothing gets through in either direction, and nobody is told. */
  cut(): Promise<void>;
  /** What is sent to the database arrives, its answers do not. */
  swallowAnswers(): Promise<void>;
  mend(): Promise<void>;
}

/** A network namespace with a link of its own for each node, so that they can be cut off one by one. */
export class OwnNetwork {
  private constructor(
    readonly name: string,
    readonly links: readonly Link[],
  ) {}

  static async create(links: number): Promise<OwnNetwork> {
    const name = `rollcall-${process.pid}`;
    await runProgram('ip', ['netns', 'add', name]);
    const made: Link[] = [];
    const network = new OwnNetwork(name, made);
    try {
      await runProgram('ip', ['-n', name, 'link', 'set', 'lo', 'up']);
      for (let at = 0; at < links; at++) made.push(await addLink(name, at));
      return network;
    } catch (error) {
      await network.remove();
      throw error;
    }
  }

  /** Its links go with it, once what runs in it has ended. */
  async remove(): Promise<void> {
    for (let at = 0; at < this.links.length; at++) {
      await runProgram('ip', ['link', 'del', outerName(at)]).catch(() => undefined);
    }
    await runProgram('ip', ['netns', 'del', this.name]);
  }
}

const outerName = (at: number): string => `rc${process.pid}-${at}`;

async function addLink(namespace: string, at: number): Promise<Link> {
  const [outer, inner] = [outerName(at), `db${at}`];
  const subnet = freeSubnet();
  const [here, there] = [`${subnet}.1`, `${subnet}.2`];
  const inside = (...args: string[]) => runProgram('ip', ['-n', namespace, ...args]);
  await runProgram('ip', ['link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', namespace]);
  await runProgram('ip', ['addr', 'add', `${here}/30`, 'dev', outer]);
  await runProgram('ip', ['link', 'set', outer, 'up']);
  await inside('addr', 'add', `${there}/30`, 'dev', inner);
  await inside('link', 'set', inner, 'up');
  return {
    address: there,
    cut: async () => void (await inside('link', 'set', inner, 'down')),
    swallowAnswers: async () => void (await inside('route', 'add', 'blackhole', `${here}/32`)),
    async mend() {
      await inside('route', 'del', 'blackhole', `${here}/32`).catch(() => undefined);
      await inside('link', 'set', inner, 'up');
    },
  };
}

/** Of the addresses that are for tests of networks (RFC 2544), one that this machine has no part in. */
function freeSubnet(): string {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses?.map(({ address }) => address) ?? []);
  for (let tries = 0; tries < 1000; tries++) {
    const subnet = `198.${18 + Math.floor(Math.random() * 2)}.${Math.floor(Math.random() * 256)}`;
    if (!own.some((address) => address.startsWith(`${subnet}.`))) return subnet;
  }
  throw new Error('no network is free');
}
