import Synchronization

/// The problems that come up while names are resolved, whichever thread does so.
final class Ledger: Sendable {
    private let found = Mutex<[Problem]>([])

    var problems: [Problem] { found.withLock { $0 } }

    func report(_ kind: Problem.Kind, at place: Place) { report(Problem(kind, at: place)) }

    func report(_ problem: Problem) { found.withLock { $0.append(problem) } }

    /// Reports that nothing is called `name`, with the nearest of `known`.
    func unknown(_ noun: Problem.Noun, _ name: Name, among known: some Sequence<String>) {
        report(.unknown(noun, name.text, suggestion: Spelling.nearest(to: name.text, among: known)), at: name.place)
    }
}
