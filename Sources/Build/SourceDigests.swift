import Hashing

/// Digests of the sources that an executable was built from, compiled into it by the `SourceDigests` plugin.
public struct SourceDigests: Sendable {
    /// By module name.
    public let sections: [String: Section]
    /// Hexadecimal digest of everything that turns pages and prose into files.
    public let report: String
    /// Hexadecimal digest of every source file.
    public let everything: String

    /// The digests of one section's module, in hexadecimal.
    public struct Section: Sendable, Equatable {
        /// What its results depend on: its files without those that draw, and all that an experiment can call.
        public let experiment: String
        /// What its page depends on besides its results.
        public let presentation: String

        public init(experiment: String, presentation: String) {
            self.experiment = experiment
            self.presentation = presentation
        }
    }

    public init(sections: [String: Section], report: String, everything: String) {
        self.sections = sections
        self.report = report
        self.everything = everything
    }

    /// The digests of `module`.
    ///
    /// - Throws: `BuildError.unknownSources` for a module that lies outside `Sources/Chapters`.
    func section(_ module: String) throws(BuildError) -> Section {
        guard let digests = sections[module] else { throw .unknownSources(module: module) }
        return digests
    }
}
