import Foundation
import Hashing

/// Files of the report that are made together.
struct Batch: Sendable {
    /// Their paths in the output folder: "figures/x.svg".
    let paths: [String]
    /// Hexadecimal digest of everything they are made from; empty for what is made in every build.
    let key: String
    /// Their bytes, in the order of their paths.
    let make: @Sendable () throws -> [Data]

    init(_ paths: [String], key: String, make: @escaping @Sendable () throws -> [Data]) {
        self.paths = paths
        self.key = key
        self.make = make
    }

    /// A file that is there already.
    init(_ file: ProductFile) {
        self.init([file.path], key: Digest(of: file.data).hex) { [file.data] }
    }
}

/// A batch whose files are at hand.
struct MadeBatch: Sendable {
    let batch: Batch
    /// The bytes of its files; nil where they stand already.
    let data: [Data]?

    /// Writes the files below `folder`.
    ///
    /// - Throws: `ReportError.cannotWrite`, or what went wrong while files were made that stand no more.
    func write(to folder: URL) throws {
        for (path, data) in zip(batch.paths, try data ?? batch.make()) {
            try ProductFile(path, data).write(to: folder)
        }
    }
}

extension [Batch] {
    /// Makes what does not stand already.
    ///
    /// - Throws: what went wrong while the first of them was made.
    func made(over standing: any StandingReport) throws -> [MadeBatch] {
        try Parallel.map(self) { batch in
            let stands = standing.holds(batch.paths, madeFrom: batch.key)
            return MadeBatch(batch: batch, data: stands ? nil : try batch.make())
        }
    }
}

extension [MadeBatch] {
    /// Puts the files into the empty `folder`: those that stand from `standing`, the others by writing them.
    func write(to folder: URL, over standing: any StandingReport) throws {
        let stood = filter { $0.data == nil }
        let taken = try standing.take(stood.map { ($0.batch.paths, $0.batch.key) }, into: folder)
        let rest = filter { $0.data != nil } + zip(stood, taken).compactMap { $1 ? nil : $0 }
        try ProductFile.makeFolders(for: rest.flatMap(\.batch.paths), in: folder)
        _ = try Parallel.map(rest) { try $0.write(to: folder) }
    }

    /// What each file is made from.
    var keys: [String: String] {
        reduce(into: [:]) { keys, made in
            for path in made.batch.paths { keys[path] = made.batch.key }
        }
    }
}
