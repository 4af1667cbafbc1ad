import Foundation

/// The source files of a program's modules, named by module and path within it, so that a digest depends neither on where the
/// modules lie nor on when their files were written. Of Swift files the tokens count.
public struct SourceTree: Sendable {
    /// A file that a program is made from.
    public struct File: Sendable {
        /// The module, and the path below the module's folder: "EarlyStopping/Retraining/Retraining.swift".
        public let path: String
        /// The module that the file belongs to.
        public let module: String
        /// Of the tokens of a Swift file, of the bytes of any other.
        public let digest: Digest
        /// The modules that a Swift file imports, sorted.
        let imports: [String]
        /// Everything in a Swift file that could be a name.
        let names: Set<String>
    }

    /// Sorted by path.
    public let files: [File]

    /// Reads every regular file of `modules`; hidden ones are left out, and those below the folder of another module are its own.
    ///
    /// - Throws: when a file cannot be read.
    public init(_ modules: some Sequence<SourceModule>) throws {
        let folders = Dictionary(modules.map { ($0.name, Self.prefix(of: $0.folder)) }) { first, _ in first }
        var files: [File] = []
        for (module, prefix) in folders {
            let others = folders.values.filter { $0 != prefix && $0.hasPrefix(prefix) }
            for path in try FileManager.default.subpathsOfDirectory(atPath: prefix) {
                var isFolder: ObjCBool = false
                let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
                let whole = prefix + path
                guard !isHidden, !others.contains(where: whole.hasPrefix),
                    FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue
                else { continue }
                files.append(File(module: module, path: path, contents: try Data(contentsOf: URL(filePath: whole))))
            }
        }
        self.files = files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    }

    private static func prefix(of folder: URL) -> String {
        let path = folder.standardizedFileURL.path(percentEncoded: false)
        return path.hasSuffix("/") ? path : path + "/"
    }

    /// The tokens of a Swift file, which alone count.
    public static func tokens(of source: some Sequence<UInt8>) -> [UInt8] { SwiftTokens.text(of: source) }

    /// The digest of the names and contents of the files that `belongs` admits.
    func digest(where belongs: (File) -> Bool) -> Digest {
        var hasher = Digest.Hasher()
        for file in files where belongs(file) {
            hasher.update(field: file.path)
            hasher.update(file.digest.bytes)
        }
        return hasher.finalize()
    }
}

extension SourceTree.File {
    init(module: String, path: String, contents: Data) {
        self.path = "\(module)/\(path)"
        self.module = module
        guard path.hasSuffix(".swift") else {
            digest = Digest(of: contents)
            imports = []
            names = []
            return
        }
        let tokens = SwiftTokens.text(of: contents)
        digest = Digest(of: tokens)
        imports = Self.imports(tokens)
        names = Set(
            tokens.split { !$0.isIdentifier }.map { String(decoding: $0, as: UTF8.self) })
    }

    /// The first name of each module that lines of the form `@_exported public import struct Module.Name` import.
    private static func imports(_ tokens: [UInt8]) -> [String] {
        // A line that is still indented belongs to a string.
        let lines = tokens.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: " ") }
        let modules = lines.flatMap { line -> [String] in
            let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ";") }
                .map { String(decoding: $0, as: UTF8.self) }
            return words.indices.dropLast().filter { words[$0] == "import" }.map { place in
                let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
                let isKind = kinds.contains(words[place + 1]) && place + 2 < words.count
                return String(words[isKind ? place + 2 : place + 1].prefix { $0 != "." })
            }
        }
        return Set(modules).sorted()
    }
}
