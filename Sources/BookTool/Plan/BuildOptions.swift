import Build

/// The options of a build, not yet checked against the book.
struct BuildOptions: Sendable {
    var experiments: ExperimentOptions
    var only: [String] = []
    var output: String?
    var formats: [String] = []
    var paper: String?
    var strict = false
    var timings = false
    /// What earlier builds of this process read and presented.
    var remembered: RememberedRuns?
    /// The cores that this build shares with other work; nil for cores of its own.
    var gate: CoreGate?
}
