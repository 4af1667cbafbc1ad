import Notebook
import Yams

/// Reads one file of a `ClaimLedger`: a mapping from claims' ids.
struct ClaimLedgerReader {
    private let file: String
    private let entries: [(id: String, node: Node)]

    init(_ yaml: String, file: String) throws(ClaimLedgerError) {
        self.file = file
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch {
            throw ClaimLedgerError(file: file, line: YAMLFault(error).line, problem: "this isn't valid YAML")
        }
        guard let mapping = node?.mapping else {
            throw ClaimLedgerError(file: file, line: 1, problem: "a ledger is a mapping from the ids of claims")
        }
        entries = mapping.map { ($0.key.string ?? "", $0.value) }
    }

    func predictions() throws(ClaimLedgerError) -> [(id: String, prediction: ClaimPrediction, node: Node)] {
        var predictions: [(id: String, prediction: ClaimPrediction, node: Node)] = []
        for (id, node) in entries { predictions.append((id, try prediction(node), node)) }
        return predictions
    }

    private func prediction(_ node: Node) throws(ClaimLedgerError) -> ClaimPrediction {
        let verdict = try text("predicts", of: node)
        guard let predicted = Verdict(rawValue: verdict) else {
            throw error(
                node, "'\(verdict)' is no verdict; \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")) are")
        }
        let replicates = try text("replicates", of: node)
        guard let count = Int(replicates), count >= 0 else {
            throw error(node, "'replicates' must be a whole number")
        }
        let written = try text("written", of: node)
        guard ["before", "after"].contains(written) else {
            throw error(node, "'written' must be before or after: before or after the first result was known")
        }
        return ClaimPrediction(
            verdict: predicted, bound: try text("bound", of: node), reason: try text("because", of: node),
            replicates: count, isOlderThanResult: written == "before", slip: try slip(node))
    }

    private func slip(_ node: Node) throws(ClaimLedgerError) -> ClaimPrediction.Slip? {
        guard node.mapping?["erratum"] != nil else { return nil }
        let text = try text("erratum", of: node)
        guard let slip = ClaimPrediction.Slip(rawValue: text) else {
            throw error(
                node,
                "'erratum' must be \(ClaimPrediction.Slip.allCases.map(\.rawValue).joined(separator: ", ")), not '\(text)'"
            )
        }
        return slip
    }

    /// "4 of 4" for each claim.
    func tallies() throws(ClaimLedgerError) -> [String: MutationScore.Tally] {
        var tallies: [String: MutationScore.Tally] = [:]
        for (id, node) in entries {
            let words = (node.scalar?.string ?? "").split(separator: " ")
            guard words.count == 3, words[1] == "of", let caught = Int(words[0]), let all = Int(words[2]), caught >= 0,
                all >= caught
            else { throw error(node, "the mutants of claim \(id) must be counted as in '3 of 4'") }
            tallies[id] = MutationScore.Tally(mutants: all, caught: caught)
        }
        return tallies
    }

    func error(_ node: Node, _ problem: String) -> ClaimLedgerError {
        ClaimLedgerError(file: file, line: node.mark?.line ?? 1, problem: problem)
    }

    private func text(_ key: String, of node: Node) throws(ClaimLedgerError) -> String {
        guard let text = node.mapping?[key]?.scalar?.string, !text.isEmpty else {
            throw error(node, "a prediction needs '\(key)'")
        }
        return text
    }
}
