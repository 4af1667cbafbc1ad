import Foundation

/// A report that differs from the standing one in a few files alone, and takes its place in one step.
///
/// It begins as the report before the standing one, which has most of its files by a second link, so that nothing is done for a
/// file that stays. Where that report is not as it was left, it begins as a folder of links.
public struct Revision: Sendable {
    /// The new files, by their paths.
    private let files: [String: Data]
    private let record: BuildRecord
    private let output: OutputFolder
    /// What stands in the output, as the record says.
    private let survey: FolderSurvey

    /// - Parameters:
    ///   - files: what differs; their folders stand already.
    ///   - record: that of the standing report.
    ///   - survey: what stands in the output.
    /// - Returns: nil unless the report stands as its build left it.
    public init?(of output: OutputFolder, _ record: BuildRecord, _ survey: FolderSurvey, files: [String: Data]) {
        guard record.fits(survey) else { return nil }
        self.files = files
        self.record = record
        self.output = output
        self.survey = survey
    }

    /// Puts the report in its place.
    ///
    /// - Parameters:
    ///   - root: the book's root, as in `OutputFolder.stage`.
    ///   - place: where the report before the standing one is kept, and then the standing one.
    ///   - key: hexadecimal digest of everything that the report is made from now.
    /// - Returns: the record of the report; nil when somebody has changed the standing one meanwhile, and nothing has been done.
    public func commit(
        bookRoot root: URL, inputs folders: [URL], keepingOldAt place: String, key: String, inputs: InputIndex,
        obstacle: @escaping @Sendable (Obstacle) -> Void
    ) throws(BuildError) -> BuildRecord? {
        let listing = ReportListing(key: record.key, files: [])
        func stage(_ place: String?) throws(BuildError) -> Staging? {
            try output.stageAgain(
                bookRoot: root, inputs: folders, over: listing, taking: place, obstacle: obstacle
            ) { path throws(BuildError) in
                // It may be another user's.
                guard let found = try? FolderSurvey(of: path, looksAtFiles: false) else { return false }
                return found.names == record.head.previous?.names
                    && found.folders.allSatisfy { access($0.path, W_OK) == 0 }
            }
        }
        if let previous = record.head.previous, let staging = try stage(place) {
            return try commit(staging, place, key, inputs) { () throws(BuildError) in
                try mend(previous.others, in: staging)
            }
        }
        guard let staging = try stage(nil) else { return nil }
        return try commit(staging, place, key, inputs) { () throws(BuildError) in
            try linkAll(into: staging)
        }
    }

    private func commit(
        _ staging: Staging, _ place: String, _ key: String, _ inputs: InputIndex,
        after prepare: () throws(BuildError) -> Bool
    ) throws(BuildError) -> BuildRecord? {
        do {
            guard try prepare() else {
                staging.discard()
                return nil
            }
            for (path, data) in files { try staging.write(data, to: path) }
            // Another build may have put its report there, or a reader a file.
            guard survey.isCurrent else {
                staging.discard()
                return nil
            }
            try staging.commit(keepingOldAt: place)
        } catch {
            staging.discard()
            throw error
        }
        return record.revised(key: key, inputs: inputs, files: files, in: output, replacing: survey)
    }

    /// Makes the report before the standing one the standing one, but for the files that differ.
    private func mend(_ others: [String], in staging: Staging) throws(BuildError) -> Bool {
        for path in Set(others).union(files.keys) { try FileSystem.remove("\(staging.path)/\(path)") }
        for path in others where files[path] == nil {
            guard let file = record.lines[path] else { continue }
            guard link(path, into: staging), FileStamp(of: "\(staging.path)/\(path)") == file.stamp else {
                return false
            }
        }
        return true
    }

    /// Makes a folder of links to the files of the standing report that stay.
    private func linkAll(into staging: Staging) throws(BuildError) -> Bool {
        for folder in survey.folders.dropFirst() {
            try FileSystem.createFolder(staging.path + folder.path.dropFirst(output.path.count))
        }
        for file in record.lines.files where files[file.path] == nil {
            guard link(file.path, into: staging) else { return false }
        }
        return true
    }

    /// - Returns: whether the standing report's file at `path` is in `staging`, too, now.
    private func link(_ path: String, into staging: Staging) -> Bool {
        Glibc.link("\(output.path)/\(path)", "\(staging.path)/\(path)") == 0
    }
}

extension BuildRecord {
    /// The record of the report in `output` that differs from this one's in `files`.
    ///
    /// - Parameter survey: of the report that it has replaced.
    fileprivate func revised(
        key: String, inputs: InputIndex, files: [String: Data], in output: OutputFolder,
        replacing survey: FolderSurvey
    ) -> BuildRecord {
        var (head, lines) = (head, lines)
        head.key = key
        head.previous = PreviousFiles(names: survey.names, others: files.keys.sorted())
        for (path, data) in files {
            if let old = lines[path] { head.stamps -= StampSum(path, old.stamp) }
            guard let file = OutputFile(path, holding: data, in: output.path) else { continue }
            head.stamps += StampSum(path, file.stamp)
            lines.update(file)
        }
        return BuildRecord(head: head, lines: lines, inputLines: inputs.data)
    }

    /// The same record with other stamps of the same inputs.
    public func with(_ inputs: InputIndex) -> BuildRecord {
        BuildRecord(head: head, lines: lines, inputLines: inputs.data)
    }
}
