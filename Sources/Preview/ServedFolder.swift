import Foundation

/// The one folder whose files are sent. Nothing outside of it can be reached: a path is taken apart before any of it is
/// opened, no part may climb, hide or be a link, and each is opened within the one before.
struct ServedFolder: Sendable {
    let path: String

    /// An open file of the folder.
    struct File: ~Copyable {
        let descriptor: Int32
        let size: Int
        /// The ending of its name: "html".
        let ending: String

        deinit { close(descriptor) }
    }

    /// The file that `target` of a request names; nil when the folder holds no such file.
    func file(at target: String) -> File? {
        guard let names = Self.names(in: target), let last = names.last else { return nil }
        var folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if folder >= 0 { close(folder) } }
        for name in names.dropLast() {
            guard folder >= 0 else { return nil }
            let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            close(folder)
            folder = inner
        }
        guard folder >= 0 else { return nil }
        let descriptor = openat(folder, last, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        let ending = last.split(separator: ".").last.map(String.init) ?? ""
        return File(descriptor: descriptor, size: Int(status.st_size), ending: ending)
    }

    /// Whether there is anything to read.
    var isReport: Bool { access("\(path)/index.html", R_OK) == 0 }

    /// Whether `target` of a request may name a page.
    static func namesPage(_ target: String) -> Bool {
        guard let last = names(in: target)?.last else { return false }
        return last.hasSuffix(".html")
    }

    /// The names that lead from the folder to the file; nil for a target that no page of a report can hold.
    static func names(in target: String) -> [String]? {
        let path = target.prefix { $0 != "?" && $0 != "#" }
        guard path.hasPrefix("/"), let decoded = decode(path) else { return nil }
        var names = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if names.last == "" { names[names.count - 1] = "index.html" }
        guard names.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count < 256 }) else { return nil }
        return names
    }

    /// `text` with each `%XX` replaced by its byte, once; nil unless that is text without control characters.
    private static func decode(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard bytes.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
