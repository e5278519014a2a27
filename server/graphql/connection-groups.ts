/** WebSockets by the caller whom they belong to, and how many operations each has under way. */
export class ConnectionGroups<Connection extends { subscriptions: object }> {
  private readonly groups = new Map<string, Set<Connection>>();
  private readonly keys = new Map<Connection, string>();

  /** Counts a connection as the caller's; again, if it was another's before. */
  join(connection: Connection, key: string): void {
    if (this.keys.get(connection) === key) return;
    this.leave(connection);
    this.keys.set(connection, key);
    const group = this.groups.get(key) ?? new Set();
    this.groups.set(key, group.add(connection));
  }

  leave(connection: Connection): void {
    const key = this.keys.get(connection);
    if (key === undefined) return;
    this.keys.delete(connection);
    const group = this.groups.get(key)!;
    group.delete(connection);
    if (group.size === 0) this.groups.delete(key);
  }

  /** Operations under way on all of a caller's connections. */
  operationsOf(key: string): number {
    return [...(this.groups.get(key) ?? [])].reduce((sum, { subscriptions }) => sum + sizeOf(subscriptions), 0);
  }
}

export const sizeOf = (subscriptions: object): number => Object.keys(subscriptions).length;
