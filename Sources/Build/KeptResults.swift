import Foundation
import Notebook

/// The results of a study's long run as a file of the book: three lines of JSON, which say where the results come from, the
/// parameters they were made with, and the results themselves as they lay in the store.
public struct KeptResults: Sendable {
    public let origin: Origin
    /// Canonical JSON.
    public let parameters: Data
    /// Canonical JSON.
    public let results: Data

    /// Where kept results come from.
    public struct Origin: Codable, Sendable, Equatable {
        /// The study's path: "early-stopping/retraining".
        public let study: String
        public let profile: Profile
        public let seed: UInt64
        /// What a reader calls the images in use; nil for a study that reads none.
        public let data: String?
        /// What runs it again.
        public let command: String
        /// The version of the book that ran.
        public let commit: String
        /// What the results lay under in the store: the digest of everything they depend on.
        public let key: String
        /// Nil when outputs of items had been stored before the run, by a cluster or an earlier run.
        public let seconds: Double?
    }

    /// The results of `run`, which the version `commit` of the book made.
    public init(_ run: StudyRun, commit: String) {
        let record = run.record
        origin = Origin(
            study: record.study.path, profile: record.profile, seed: record.seed, data: record.dataName,
            command: record.rerunCommand, commit: commit, key: record.inputDigest,
            seconds: run.time.lacksItems ? nil : (record.seconds * 10).rounded() / 10)
        parameters = record.parameters
        results = run.results
    }

    /// Reads what `encoded` wrote.
    ///
    /// - Throws: `DecodingError` for an origin that can't be read, `KeptResultsError` for another number of lines.
    public init(_ file: Data) throws {
        let lines = file.withUnsafeBytes { $0.split(separator: UInt8(ascii: "\n")).map { Data($0) } }
        guard lines.count == 3 else { throw KeptResultsError.wrongLines(lines.count) }
        origin = try StoredJSON.decode(Origin.self, from: lines[0])
        parameters = lines[1]
        results = lines[2]
    }

    /// The file's bytes.
    public var encoded: Data {
        get throws {
            let lines = [try StoredJSON.encode(origin), parameters, results]
            return lines.reduce(into: Data()) { $0 += $1 + Data("\n".utf8) }
        }
    }

    /// The record of that run, its page made by `study` of `module` as it is now.
    ///
    /// - Throws: `DecodingError` when the study's parameters or results have another form by now.
    public func record(of study: AnyStudy, in module: String, digests: SourceDigests) throws -> KeptStudy {
        let record = StudyRecord(
            study: study, page: try study.show(results, parameters), profile: origin.profile, seed: origin.seed,
            dataName: origin.data, parameters: parameters, inputDigest: origin.key,
            presentationDigest: try digests.study(study, in: module).presentation, isAsWritten: true,
            seconds: origin.seconds ?? .infinity, rerunCommand: origin.command)
        return KeptStudy(record: record, commit: origin.commit)
    }
}

/// A study's part of a kept record.
public struct KeptStudy: Sendable {
    public let record: StudyRecord
    /// The version of the book that ran.
    public let commit: String

    public init(record: StudyRecord, commit: String) {
        self.record = record
        self.commit = commit
    }
}

/// What is wrong with a file of kept results.
public enum KeptResultsError: Error, Equatable {
    case wrongLines(Int)
}
