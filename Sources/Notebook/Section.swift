/// One section of the book: an experiment that computes and a page that shows what came out.
///
/// `experiment` is slow and random and is stored; it never draws. `present` is fast and pure and never
/// computes anything slow, so that a change to a figure redraws from stored results.
public protocol Section: Sendable {
    /// What a reader may change with `--set slug.parameter=value`.
    associatedtype Parameters: Codable & Sendable
    /// Everything that the page needs, as data.
    associatedtype Results: Codable & Sendable

    init()

    /// The section's slug and title.
    static var info: SectionInfo { get }

    /// The parameters the prose was written for, in each profile.
    static func parameters(for profile: Profile) -> Parameters

    /// Runs the experiment. All randomness, data and heavy work come through `lab`.
    func experiment(_ parameters: Parameters, in lab: Lab) async throws -> Results

    /// The figures, values, tables and claims made from `results`.
    func present(_ results: Results) throws -> Page
}
