const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** The host that a request names, without its port. */
const hostOf = (authority: string): string => authority.toLowerCase().replace(/:\d+$/, '');

/** The names and addresses that the service answers to. */
export class OwnHosts {
  readonly #names: ReadonlySet<string>;

  /**
   * @param host the name or address that the operator told the service to listen on
   * @param publicUrl the address that people type, when the operator has named one
   */
  constructor(host: string, publicUrl?: string) {
    this.#names = new Set([...THIS_MACHINE, host.toLowerCase(), ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname])]);
  }

  /** True for a name that only programs on this machine use. */
  isThisMachine(authority: string | undefined): boolean {
    return authority !== undefined && THIS_MACHINE.includes(hostOf(authority));
  }

  includes(authority: string | undefined): boolean {
    return authority !== undefined && this.#names.has(hostOf(authority));
  }
}
