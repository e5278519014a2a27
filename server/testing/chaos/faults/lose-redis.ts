import { oneOf, someSeconds, whyNoCluster, type Fault } from '../fault.js';

/** Redis is killed and comes back, answers nothing for a while, or drops its connections. */
export const loseRedis: Fault = {
  name: 'redis',
  shape: {},
  whyNot: whyNoCluster,
  async strike({ redis }, chance) {
    const how = oneOf(chance, ['killed', 'frozen', 'connections cut'] as const);
    switch (how) {
      case 'killed': {
        await redis!.kill();
        const gone = await someSeconds(chance, 30, 60);
        await redis!.start();
        return `Redis killed, gone ${gone}`;
      }
      case 'frozen': {
        redis!.freeze();
        const frozen = await someSeconds(chance, 5, 30);
        redis!.thaw();
        return `Redis frozen for ${frozen}`;
      }
      case 'connections cut':
        await redis!.cutConnections();
        return 'connections to Redis cut';
    }
  },
};
