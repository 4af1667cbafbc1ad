import Glibc

/// Why there can be no preview.
public enum PreviewError: Error, Equatable, CustomStringConvertible {
    case portInUse(UInt16)
    /// Only root may listen at so low a port.
    case portIsForRoot(UInt16)
    /// The kernel watches no more folders for this user.
    case tooManyFolders
    /// The kernel lets no more programs of this user watch folders, or this process open no more files.
    case tooManyWatchers
    /// A system call failed; `code` is its errno.
    case system(String, code: Int32)

    public var description: String {
        switch self {
        case .portInUse(let port):
            "The port \(port) is in use. Name another with --port, or take any free one with --port 0."
        case .portIsForRoot(let port):
            "The port \(port) is for root alone. Name one from 1024 on with --port, or take any free one with --port 0."
        case .tooManyFolders:
            "The system watches no more folders for this user, so edits would not be seen. "
                + "Allow more: sudo sysctl fs.inotify.max_user_watches=524288"
        case .tooManyWatchers:
            "The system lets no more programs of this user watch folders, or this one open no more files. "
                + "Allow more: sudo sysctl fs.inotify.max_user_instances=1024, or ulimit -n 1024"
        case .system(let call, let code):
            "Can't serve the preview (\(call): \(String(cString: strerror(code))))."
        }
    }
}
