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

    /// The digests of sources as they lie on disk.
    public init(of sources: BookSources) {
        self.init(
            studies: sources.studies.mapValues {
                Study(experiment: $0.experiment.hex, presentation: $0.presentation.hex)
            },
            report: sources.report.hex, everything: sources.everything.hex)
    }

    public init(studies: [String: Study], report: String, everything: String) {
        self.studies = studies
        self.report = report
        self.everything = everything
    }

    /// The digests of the study of `job`: of its folder where it has one, otherwise of the whole module.
    ///
    /// - Throws: `BuildError.unknownSources` for a module that lies outside `Sources/Chapters`.
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
