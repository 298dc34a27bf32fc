//! The addresses of this machine at which a room can be opened.

use std::net::IpAddr;

/// Returns the addresses of the machine: those of private networks first, then others, and last loopback.
///
/// Link-local addresses are left out, as browsers cannot open them.
pub fn own_addresses() -> Vec<IpAddr> {
    let found = if_addrs::get_if_addrs().unwrap_or_default();
    let mut addresses: Vec<IpAddr> = found.into_iter().map(|each| each.ip()).filter(|ip| rank(*ip).is_some()).collect();
    addresses.sort_by_key(|address| (rank(*address), is_usually_virtual(*address), *address));
    addresses.dedup();
    addresses
}

/// Returns the place of an address in the list; none for one that telephones cannot use.
fn rank(address: IpAddr) -> Option<u8> {
    match address {
        IpAddr::V4(v4) if v4.is_loopback() => Some(4),
        IpAddr::V4(v4) if v4.is_link_local() || v4.is_unspecified() => None,
        IpAddr::V4(v4) if v4.is_private() => Some(0),
        IpAddr::V4(_) => Some(1),
        IpAddr::V6(v6) if v6.is_loopback() => Some(5),
        IpAddr::V6(v6) if v6.is_unicast_link_local() || v6.is_unspecified() || v6.is_multicast() => None,
        IpAddr::V6(v6) if v6.is_unique_local() => Some(2),
        IpAddr::V6(_) => Some(3),
    }
}

/// True for the addresses that containers and tunnels usually have; telephones are seldom in their networks.
fn is_usually_virtual(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => matches!(v4.octets(), [172, 16..=31, ..] | [10, 8, ..]),
        IpAddr::V6(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_come_first_and_loopback_last() {
        let texts =
            ["192.168.1.7", "10.0.0.1", "8.8.8.8", "fd00::1", "2001:db8::1", "127.0.0.1", "::1", "fe80::1", "0.0.0.0"];
        let ranks = texts.map(|text| rank(text.parse().unwrap()));
        assert_eq!(ranks, [Some(0), Some(0), Some(1), Some(2), Some(3), Some(4), Some(5), None, None]);
        assert!(own_addresses().contains(&"127.0.0.1".parse().unwrap()));
    }
}
