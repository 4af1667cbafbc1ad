/// What a study measures: a question, parameters that a reader may change, and results that are stored.
///
/// An experiment is slow and random and never draws. `Notebook`'s `Study` adds the page that shows its results.
public protocol Experiment: Sendable {
    /// What a reader may change with `--set section.study.parameter=value`.
    associatedtype Parameters: Codable & Sendable
    /// What was measured, and what follows from it.
    associatedtype Results: Codable & Sendable

    init()

    /// Kebab-case and unique within its section; by default the type's name.
    static var name: String { get }

    /// What it asks, in a sentence; TeX between dollar signs.
    static var question: String { get }

    /// Whether `measure` asks its lab for labelled images, so that another data set makes its results stale.
    static var readsImages: Bool { get }

    /// The experiments of the same section whose results `measure` asks its lab for.
    static var inputs: [any Experiment.Type] { get }

    /// The parameters the prose was written for, in each profile.
    static func parameters(for profile: Profile) -> Parameters

    /// Takes the measurements. All randomness, data and heavy work come through `lab`.
    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results
}

extension Experiment {
    public static var name: String { kebabCase(String(describing: Self.self)) }
    public static var readsImages: Bool { false }
    public static var inputs: [any Experiment.Type] { [] }

    /// "LearningCurves" as "learning-curves".
    private static func kebabCase(_ name: String) -> String {
        name.reduce(into: "") { kebab, letter in
            if letter.isUppercase && !kebab.isEmpty { kebab += "-" }
            kebab += letter.lowercased()
        }
    }
}
