//! The arguments of `periplo share`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

use super::EditorArgs;

/// Parses an address that telephones can open.
fn usable_address(text: &str) -> Result<IpAddr, String> {
    let address: IpAddr = text.parse().map_err(|error| format!("{error}"))?;
    if address.is_unspecified() {
        return Err("telephones cannot open it; give one of the addresses of this computer".to_owned());
    }
    Ok(address)
}

#[derive(Debug, Args)]
pub(crate) struct ShareArgs {
    /// Map to open in the editor; if there is no such file, the first save creates it
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub file: PathBuf,

    /// Address of this computer at which telephones reach the room [default: you choose if there are several]
    #[arg(long, value_name = "IP", value_parser = usable_address)]
    pub address: Option<IpAddr>,

    /// Port of the room; 0 takes any that is free [default: 7437]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,

    /// Further name under which the room is reached, for example through a proxy; can be given several times
    #[arg(long = "host", value_name = "NAME")]
    pub hosts: Vec<String>,

    #[command(flatten)]
    pub editor: EditorArgs,
}
