import Foundation
import Hashing
import Notebook

/// Digests of the sources that an executable was built from, compiled into it by the `SourceDigests` plugin.
public struct SourceDigests: Sendable {
    /// By module name, and for a study in a folder of its own by module and folder: "EarlyStopping/Retraining".
    public let studies: [String: Study]
    /// Hexadecimal digest of everything that turns pages and prose into files.
    public let report: String
    /// Hexadecimal digest of every source file.
    public let everything: String
    /// The paths of the modules' folders from the book's package, by module.
    public let folders: [String: String]

    /// The digests of one study, in hexadecimal.
    public struct Study: Sendable, Equatable {
        /// What its results depend on: the files that measure, and all that they can call.
        public let experiment: String
        /// What its page depends on besides its results.
        public let presentation: String

        public init(experiment: String, presentation: String) {
            self.experiment = experiment
            self.presentation = presentation
        }
    }

    /// The digests of the same modules as they lie on disk now.
    ///
    /// - Parameter root: the folder of the book's package.
    /// - Throws: when a file cannot be read.
    public func anew(in root: URL) throws -> SourceDigests {
        let sources = try BookSources(root: root, folders: folders)
        return SourceDigests(
            studies: sources.studies.mapValues {
                Study(experiment: $0.experiment.hex, presentation: $0.presentation.hex)
            },
            report: sources.report.hex, everything: sources.everything.hex, folders: folders)
    }

    public init(studies: [String: Study], report: String, everything: String, folders: [String: String] = [:]) {
        self.studies = studies
        self.report = report
        self.everything = everything
        self.folders = folders
    }

    /// The digests of the study of `job`: of its folder where it has one, otherwise of the whole module.
    ///
    /// - Throws: `BuildError.unknownSources` for a module that doesn't import `Notebook`.
    func study(_ job: StudyJob) throws(BuildError) -> Study { try study(job.study, in: job.section.section.module) }

    /// The digests of `study`, which `module` holds.
    ///
    /// - Throws: as above.
    public func study(_ study: AnyStudy, in module: String) throws(BuildError) -> Study {
        guard let digests = studies["\(module)/\(study.typeName)"] ?? studies[module] else {
            throw .unknownSources(module: module)
        }
        return digests
    }
}
