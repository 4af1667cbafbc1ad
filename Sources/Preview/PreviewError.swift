import Glibc

/// Why there can be no preview.
public enum PreviewError: Error, Equatable, CustomStringConvertible {
    case portInUse(UInt16)
    /// A system call failed; `code` is its errno.
    case system(String, code: Int32)

    public var description: String {
        switch self {
        case .portInUse(let port):
            "The port \(port) is in use. Name another with --port, or take any free one with --port 0."
        case .system(let call, let code):
            "Can't serve the preview (\(call): \(String(cString: strerror(code))))."
        }
    }
}
