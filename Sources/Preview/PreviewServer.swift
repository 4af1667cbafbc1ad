import CLinux
import Foundation
import Synchronization

/// Serves one folder to browsers on this machine, and tells open pages of changes.
///
/// Each connection has a thread of its own, a few at most: a page is there at once even while experiments keep every core
/// and every thread of Swift's own pool busy.
public final class PreviewServer: Sendable {
    /// The port it listens at, on 127.0.0.1 alone.
    public let port: UInt16
    private let listener: Int32
    private let folder: Mutex<ServedFolder>
    private let limits: PreviewLimits
    private let spectators: Spectators
    private let places: DispatchSemaphore
    private let service: (any VisitorService)?

    /// Listens at `port`, or at any free one for 0; answers from `start` on.
    ///
    /// - Parameters:
    ///   - folder: the absolute path of what is served.
    ///   - service: what answers the wishes of open pages.
    public convenience init(
        folder: String, port: UInt16, service: (any VisitorService)? = nil
    ) throws(PreviewError) {
        try self.init(folder: folder, port: port, limits: PreviewLimits(), service: service)
    }

    package init(
        folder: String, port: UInt16, limits: PreviewLimits, service: (any VisitorService)? = nil
    ) throws(PreviewError) {
        self.service = service
        self.folder = Mutex(ServedFolder(path: folder))
        self.limits = limits
        spectators = Spectators(limit: limits.spectators)
        places = DispatchSemaphore(value: limits.connections)
        (listener, self.port) = try Self.listen(at: port)
    }

    private static func listen(at port: UInt16) throws(PreviewError) -> (descriptor: Int32, port: UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw .system("socket", code: errno) }
        var on: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let failed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> String? in
                if bind(listener, address, length) != 0 { return "bind" }
                if Glibc.listen(listener, 256) != 0 { return "listen" }
                return getsockname(listener, address, &length) == 0 ? nil : "getsockname"
            }
        }
        if let failed {
            let code = errno
            close(listener)
            switch code {
            case EADDRINUSE: throw .portInUse(port)
            case EACCES: throw .portIsForRoot(port)
            default: throw .system(failed, code: code)
            }
        }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    /// Begins to answer, from threads of its own.
    public func start() {
        Self.thread { [self] in
            while true {
                places.wait()
                let descriptor = linux_accept(listener)
                guard descriptor >= 0 else {
                    places.signal()
                    switch errno {
                    case EBADF, EINVAL: return
                    case EMFILE, ENFILE, ENOMEM, ENOBUFS: usleep(10_000)
                    default: continue
                    }
                    continue
                }
                let conversation = Conversation(
                    socket: ClientSocket(descriptor), folder: folder.withLock { $0 }, limits: limits, port: port,
                    spectators: spectators, service: service)
                Self.thread { [places] in
                    conversation.run()
                    places.signal()
                }
            }
        }
    }

    /// Stops answering. Open pages notice and look for the next server at this port.
    public func stop() {
        // Only shut: a number that is closed here could be another socket's when the thread above accepts from it.
        shutdown(listener, Int32(SHUT_RDWR))
        spectators.dismissAll()
    }

    deinit { close(listener) }

    /// Serves another folder from the next connection on.
    public func serve(_ path: String) { folder.withLock { $0 = ServedFolder(path: path) } }

    /// Tells open pages that what they show has changed.
    public func tellChanged() { spectators.tellChanged() }

    /// Shows `message` over open pages, and those that open before the next change.
    public func tellFailed(_ message: String) throws {
        let news = ["state": "failed", "text": String(message.prefix(16_000))]
        let json = try JSONEncoder().encode(news)
        spectators.tellFailed(String(decoding: json, as: UTF8.self))
    }

    private static func thread(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 1 << 19
        thread.start()
    }
}
