import Foundation
import Hashing

/// What the last build into an output folder was made from and what it left there, so that the same build again is
/// recognised without doing it, and one after an edit knows what it need not look at.
///
/// As a note of the store it is a line with its checksum, a line of JSON, a line for each file of the output, and a line for each
/// file that it was made from. None of them is read before it is asked for.
public struct BuildRecord: Sendable {
    private(set) var head: Head
    private(set) var lines: OutputLines
    private var inputLines: Data

    /// Hexadecimal digest of everything the report was made from.
    public var key: String { head.key }
    /// What the build had to say at its end.
    public var outcome: BuildOutcome { head.outcome }
    /// What the report was made from besides the pages' prose.
    public var circumstances: String { head.circumstances }
    /// The files that it was made from.
    public var inputs: InputIndex { InputIndex(data: inputLines) ?? InputIndex() }
    /// Hexadecimal digest of the excerpts that its pages can be made again with; empty for none.
    public var excerpts: String { head.excerpts }

    struct Head: Codable {
        var key: String
        let outcome: BuildOutcome
        let circumstances: String
        let excerpts: String
        /// The sum of all files with their stamps, which tells that nothing changed without reading the lines.
        var stamps: StampSum
        /// The report that stood before; nil where nothing is known of it.
        var previous: PreviousFiles?
        var lineBytes: Int
    }

    /// What a report is made from.
    public struct Sources: Sendable {
        let circumstances: String
        let inputs: InputIndex
        let excerpts: String

        /// - Parameters:
        ///   - circumstances: hexadecimal digest of everything but the pages' prose.
        ///   - excerpts: hexadecimal digest of the excerpts kept for its pages; empty for none.
        public init(circumstances: String = "", inputs: InputIndex = InputIndex(), excerpts: String = "") {
            self.circumstances = circumstances
            self.inputs = inputs
            self.excerpts = excerpts
        }
    }

    /// The record of what stands in `output` now.
    ///
    /// - Parameters:
    ///   - keys: digests of what files were made from, by path, where they may serve the next build, too.
    ///   - before: the files of the report that stood there before, which may stand in this one.
    ///   - replaced: the record of that report, and how its files were found.
    public init(
        key: String, outcome: BuildOutcome, output: OutputFolder, keys: [String: String] = [:],
        after before: StandingFiles? = nil, from sources: Sources = Sources(),
        replacing replaced: (record: BuildRecord, survey: FolderSurvey)? = nil
    ) throws(BuildError) {
        let survey = try FolderSurvey(of: output.path)
        let written = Set(try ReportListing(of: output.path)?.files ?? [])
        let files = try OutputFile.all(in: output.path, written: written, keys: keys, known: before)
        lines = OutputLines(files)
        inputLines = sources.inputs.data
        let previous = replaced.flatMap { record, old in
            record.fits(old) && old.tree == survey.tree
                ? PreviousFiles(record.lines.files, named: old.names, besides: files) : nil
        }
        head = Head(
            key: key, outcome: outcome, circumstances: sources.circumstances, excerpts: sources.excerpts,
            stamps: survey.stamps, previous: previous, lineBytes: lines.data.count)
    }

    /// The listing of the report in `output`, out of the record; nil unless everything but `build.json` stands there as its
    /// build left it.
    public func listing(of output: OutputFolder) throws(BuildError) -> ReportListing? {
        let written = lines.files.filter { !$0.isOwn }
        guard written.contains(where: { $0.path == OutputFolder.marker }) else { return nil }
        for file in written where file.path != OutputFolder.marker {
            guard try file.isIntact(in: output.path) else { return nil }
        }
        return ReportListing(key: key, files: written.map(\.path))
    }

    /// What may serve the next build again.
    ///
    /// - Parameter previous: where the report is kept that stood there before; it may be used up.
    public func standing(in output: OutputFolder, previous: String? = nil) -> StandingFiles {
        StandingFiles(lines.files, in: output.path, previous: previous.map(PreviousReport.init))
    }

    // MARK: Looking

    /// What stands in `output` now.
    public func survey(of output: OutputFolder) throws(BuildError) -> FolderSurvey? {
        guard FileSystem.kind(of: output.path) == .folder else { return nil }
        return try FolderSurvey(of: output.path)
    }

    /// Whether `survey` found every file as the build left it, and no other, by their stamps alone.
    public func fits(_ survey: FolderSurvey) -> Bool { survey.stamps == head.stamps }

    /// Whether every file stands in `output` as the build left it, and no other.
    ///
    /// - Parameter survey: what stands there, as far as it is known.
    public func isIntact(in output: OutputFolder, _ survey: FolderSurvey? = nil) throws(BuildError) -> Bool {
        if survey.map(fits) ?? false { return true }
        guard let now = try self.survey(of: output) else { return false }
        if fits(now) { return true }
        let files = lines.files
        guard try Set(OutputFile.paths(in: output.path)) == Set(files.map(\.path)) else { return false }
        for file in files where try !file.isIntact(in: output.path) { return false }
        return true
    }

    // MARK: Keeping

    private static let magic = "regbook-record 1 "

    /// The record kept for `output`; nil when there is none, it is of another form, or it is damaged, which is told.
    public static func kept(for output: OutputFolder, in store: Store) throws(BuildError) -> BuildRecord? {
        let name = name(output, store)
        // A version before this one kept nothing but JSON.
        guard let data = try store.note(name), data.first != UInt8(ascii: "{") else { return nil }
        let newline = UInt8(ascii: "\n")
        guard data.starts(with: magic.utf8), let end = data.firstIndex(of: newline), case let rest = data[(end + 1)...],
            data[magic.utf8.count..<end].elementsEqual(Digest(of: rest).hex.utf8),
            let headEnd = rest.firstIndex(of: newline),
            let head = try? JSONDecoder().decode(Head.self, from: rest[..<headEnd]),
            (0...rest.endIndex - headEnd - 1).contains(head.lineBytes)
        else {
            store.reportDamaged(note: name)
            return nil
        }
        let middle = headEnd + 1 + head.lineBytes
        return BuildRecord(
            head: head, lines: OutputLines(rest[(headEnd + 1)..<middle]), inputLines: Data(rest[middle...]))
    }

    init(head: Head, lines: OutputLines, inputLines: Data) {
        self.head = head
        self.lines = lines
        self.inputLines = inputLines
    }

    /// Keeps this record for `output`.
    public func keep(for output: OutputFolder, in store: Store) throws {
        var head = head
        head.lineBytes = lines.data.count
        let body = try JSONEncoder().encode(head) + Data("\n".utf8) + lines.data + inputLines
        try store.keepNote(Data("\(Self.magic)\(Digest(of: body).hex)\n".utf8) + body, BuildRecord.name(output, store))
    }

    private static func name(_ output: OutputFolder, _ store: Store) -> String { "build-\(store.name(of: output))" }
}
