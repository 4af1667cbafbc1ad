import Foundation
import Hashing

extension Store {
    /// Keeps a copy of this process's program beside the entries, under its digest, so that workers which start later run what
    /// computed the keys, whatever is built meanwhile.
    ///
    /// - Returns: where the copy lies.
    public func keepProgram() throws -> String {
        let program = "/proc/self/exe"
        guard let data = try FileSystem.contents(of: program) else {
            throw BuildError.file(.read, path: program, code: ENOENT)
        }
        let target = "\(path)/programs/\(Digest(of: data).hex.prefix(32))"
        if let stamp = FileStamp(ofItself: target), stamp.size == data.count { return target }
        try write(data, to: target)
        guard chmod(target, 0o755) == 0 else { throw BuildError.file(.create, path: target, code: errno) }
        return target
    }
}
