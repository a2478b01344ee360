import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet. @source IANA special-purpose address registries (RFC 6890 and successors) */
const special4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Besides these, everything outside 2000::/3 is refused; 2002::/16 and 64:ff9b::/96 hide IPv4 addresses. */
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Says which addresses may be spoken to: public ones, and the networks that the installation names. */
export class AddressGuard {
  readonly #allowed = new BlockList();
  readonly #special = new BlockList();
  readonly #global6 = new BlockList();

  /** @param allowed - networks as `address/length` */
  constructor(allowed: readonly string[]) {
    for (const network of allowed) add(this.#allowed, network);
    for (const network of [...special4, ...special6]) add(this.#special, network);
    add(this.#global6, '2000::/3');
  }

  isAllowed(address: string): boolean {
    const family = isIP(address);
    if (family === 0) return false;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    if (this.#allowed.check(address, type)) return true;
    if (this.#special.check(address, type)) return false;
    // An IPv4 address written as IPv6 (::ffff:…) is outside 2000::/3, so it is refused.
    return family === 4 || this.#global6.check(address, type);
  }

  /** The addresses of a name, all of them allowed. @throws Error `address-refused` */
  async resolve(hostname: string): Promise<readonly LookupAddress[]> {
    const bare = hostname.replace(/^\[(.*)\]$/, '$1');
    const addresses = await lookup(bare, { all: true });
    if (addresses.length === 0 || !addresses.every(({ address }) => this.isAllowed(address))) {
      throw new AddressRefused();
    }
    return addresses;
  }
}

export class AddressRefused extends Error {
  constructor() {
    super('The address is not on the public internet and MLMCSC_WEBHOOK_ALLOWED_NETWORKS does not name it.');
  }
}

function add(list: BlockList, network: string): void {
  const [address = '', length = ''] = network.split('/');
  list.addSubnet(address, Number(length), isIP(address) === 4 ? 'ipv4' : 'ipv6');
}
