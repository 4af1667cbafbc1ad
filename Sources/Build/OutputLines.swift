import CLinux
import Foundation

/// The files of an output as text, a line each, in which one is found without reading the others.
struct OutputLines: Sendable {
    private(set) var data: Data

    init(_ files: [OutputFile]) { data = Data(files.map { $0.line + "\n" }.joined().utf8) }

    init(_ data: Data) { self.data = Data(data) }

    /// All of them, but for lines that no record has written.
    var files: [OutputFile] {
        data.withUnsafeBytes { bytes in
            bytes.split(separator: UInt8(ascii: "\n")).compactMap { OutputFile(line: $0) }
        }
    }

    /// The file at `path`; nil for one that is not among them.
    subscript(path: String) -> OutputFile? { found(path)?.file }

    /// Puts `file` in the place of the one at the same path, or adds it.
    mutating func update(_ file: OutputFile) {
        let line = Data("\(file.line)\n".utf8)
        if let range = found(file.path)?.range {
            data.replaceSubrange(range, with: line)
        } else {
            data.append(line)
        }
    }

    private func found(_ path: String) -> (range: Range<Int>, file: OutputFile)? {
        let end = Array(" \(path)\n".utf8)
        return data.withUnsafeBytes { bytes in
            var from = 0
            while let start = bytes.baseAddress,
                let hit = memmem(start + from, bytes.count - from, end, end.count)
            {
                let at = start.distance(to: UnsafeRawPointer(hit))
                let line = (bytes[..<at].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
                let range = line..<(at + end.count)
                // Another path may end with this one behind a space.
                if let file = OutputFile(line: bytes[line..<(range.upperBound - 1)]), file.path == path {
                    return (range, file)
                }
                from = at + 1
            }
            return nil
        }
    }
}
