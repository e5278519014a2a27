import { createApiKey, departmentIds } from '../create-account.js';
import { administrator, register, signIn } from '../create-test-app.js';
import { ApiClient } from '../api-client.js';
import { photoOf } from '../fake-face-engine.js';
import { pairKiosk } from '../kiosk-device.js';
import { systemClock } from '../../clock.js';
import { ChaosKiosk, type Person } from './chaos-kiosk.js';
import { ChaosSubscriber } from './chaos-subscriber.js';
import type { Tally } from './tally.js';

const KIOSKS = 20;
const SUBSCRIBERS = 200;
/** Subscriptions of one API key. */
const PER_KEY = 20;
/** The fake engine knows 31, of whom the last two look alike. */
const PEOPLE = 28;
const DEPARTMENTS = ['Production', 'Logistics'] as const;

/** Everybody who uses an installation: people and kiosks, and subscribers to all or to one department's events. */
export async function assembleCrowd(
  urls: readonly string[],
  { tally, random }: { tally: Tally; random: () => number },
): Promise<{ kiosks: ChaosKiosk[]; subscribers: ChaosSubscriber[] }> {
  const anonymous = new ApiClient(urls[0]!);
  const admin = await signIn(anonymous, administrator);
  const people: Person[] = [];
  for (let person = 1; person <= PEOPLE; person++) {
    const photo = await photoOf(person);
    const input = { department: DEPARTMENTS[person % DEPARTMENTS.length] };
    const { __typename: made } = await register(admin, person, { photos: [photo], input, checkIn: false });
    if (made !== 'Registered') throw new Error(`person ${person} could not be registered`);
    people.push({ photo, isIn: false });
  }
  const anyNode = (): string => urls[Math.floor(random() * urls.length)]!;
  const kiosks: ChaosKiosk[] = [];
  for (let at = 1; at <= KIOSKS; at++) {
    const device = await pairKiosk({ anonymous, admin, clock: systemClock }, { name: `Door ${at}` });
    kiosks.push(new ChaosKiosk(device, { people, tally, random, anyNode }));
  }
  const ids = await departmentIds(admin);
  const known = new Map<string, string>();
  const shared = (id: string): string => known.get(id) ?? (known.set(id, id), id);
  const subscribers: ChaosSubscriber[] = [];
  // Half of them see everybody, the others one department.
  const views = [null, ids[DEPARTMENTS[0]]!, null, ids[DEPARTMENTS[1]]!];
  for (let at = 0; at < SUBSCRIBERS / PER_KEY; at++) {
    const departmentId = views[at % views.length]!;
    const { token } = await createApiKey(admin, ['EVENTS_SUBSCRIBE'], departmentId ? [departmentId] : undefined);
    for (let each = 0; each < PER_KEY; each++) {
      const subscription = { token: token!, departmentId };
      subscribers.push(new ChaosSubscriber(subscription, { tally, random, anyNode, shared }));
    }
  }
  return { kiosks, subscribers };
}
