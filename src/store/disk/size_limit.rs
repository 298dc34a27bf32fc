//! Makes a write beyond the limit on the size of files fail with an error, so that it is reported.

/// Makes writes beyond the limit on the size of files (`ulimit -f`) fail, as on a full disk. By default such a write ends
/// the process with SIGXFSZ: unsaved changes would be lost and the terminal would not be restored. Programs that this one
/// starts keep the default.
pub fn report_size_limit() {
    #[cfg(unix)]
    {
        let is_reached = std::sync::Arc::default();
        // Registering fails only for signals that the system does not have.
        let _registered = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, is_reached);
    }
}
