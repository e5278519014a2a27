/** What a node may do: serve people and programs; look at photographs; run jobs, the daily purge and the settling of days. */
export const nodeRoles = ['api', 'recognition', 'worker'] as const;
export type NodeRole = (typeof nodeRoles)[number];

/** Settings, as they are set, that have to go together with the roles of a node. */
export type RoleSettings = Partial<
  Record<
    'REDIS_URL' | 'RECOGNITION_URL' | 'RECOGNITION_PORT' | 'RECOGNITION_SECRET' | 'RECOGNITION_SECRET_FILE',
    string
  >
>;

/** Whether a node with these roles opens the database. One that only recognises keeps nothing. */
export const holdsData = (roles: ReadonlySet<NodeRole>): boolean => roles.has('api') || roles.has('worker');

/** To whoever asks something of the data at a node that has none. */
export const NO_DATA = 'ROLES: this node has no data. Run this at one that is api or worker.';

/** What is wrong with a node's roles beside its other settings, a line each. */
export function problemsOfRoles(roles: ReadonlySet<NodeRole>, set: RoleSettings): string[] {
  const recognises = roles.has('recognition');
  const speaksToNodes = Boolean(set.RECOGNITION_URL || set.RECOGNITION_PORT);
  const isApart = roles.has('api') !== roles.has('worker');
  const found: [boolean, string][] = [
    [
      !recognises && !set.RECOGNITION_URL,
      'RECOGNITION_URL: name the nodes that recognise, since ROLES leaves recognition out',
    ],
    [
      recognises && Boolean(set.RECOGNITION_URL),
      'RECOGNITION_URL: is for nodes that do not recognise themselves; leave it out, or recognition out of ROLES',
    ],
    [
      recognises && !holdsData(roles) && !set.RECOGNITION_PORT,
      'RECOGNITION_PORT: set the port at which other nodes ask this one, which does nothing else',
    ],
    [
      !recognises && Boolean(set.RECOGNITION_PORT),
      'RECOGNITION_PORT: is for nodes that recognise; leave it out, or put recognition into ROLES',
    ],
    [
      speaksToNodes && Boolean(set.RECOGNITION_SECRET) === Boolean(set.RECOGNITION_SECRET_FILE),
      'RECOGNITION_SECRET and RECOGNITION_SECRET_FILE: set one of them, the same secret at all nodes',
    ],
    [
      isApart && !set.REDIS_URL,
      'REDIS_URL: set it where api and worker are nodes of their own: they tell each other by Redis, on one PostgreSQL database',
    ],
  ];
  return found.filter(([isSo]) => isSo).map(([, problem]) => problem);
}
