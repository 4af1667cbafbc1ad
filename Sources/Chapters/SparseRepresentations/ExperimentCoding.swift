import Learning
import Notebook

private struct CodingItem: Codable, Sendable {
    let images: TrainingImages
    let atoms: Int
    let rounds: Int
    let steps: Int
    let penalties: [Double]
    let entries: [Int]
    let residual: Double

    init(_ replicate: Int, _ parameters: Parameters) {
        images = TrainingImages(replicate, parameters)
        atoms = parameters.atoms
        rounds = parameters.rounds
        steps = parameters.steps
        penalties = parameters.penalties
        entries = parameters.entries
        residual = parameters.residual
    }
}

private struct CodingOutcome: Codable, Sendable {
    var zeros: [Double] = []
    var residuals: [Double] = []
    var exact: [Int] = []
    var sparsities: [Double] = []
    var studentZeros = 0.0
    var picture: CodingPicture?
}

extension CodingMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> CodingMeasurements {
        let items = (0..<parameters.replicates).map { CodingItem($0, parameters) }
        let outcomes = try await lab.map("dictionaries", over: items) { item, lab in try item.outcome(in: lab) }
        func sparsity(_ penalty: CodePenalty) -> [Double] {
            CodePenalty.allCases.firstIndex(of: penalty).map { place in outcomes.map { $0.sparsities[place] } } ?? []
        }
        return CodingMeasurements(
            zeros: outcomes.map(\.zeros), residuals: outcomes.map(\.residuals),
            exact: parameters.entries.indices.map { place in outcomes.reduce(0) { $0 + $1.exact[place] } },
            codes: parameters.testImages * parameters.replicates, absoluteSparsity: sparsity(.absolute),
            studentSparsity: sparsity(.studentT), squaredSparsity: sparsity(.squared),
            studentZeros: outcomes.map(\.studentZeros), picture: outcomes.compactMap(\.picture)[0])
    }
}

extension CodingItem {
    private static let precise = 200

    fileprivate func outcome(in lab: Lab) throws -> CodingOutcome {
        let training = try images.training(in: lab)
        let test = try images.test(in: lab).matrix
        var outcome = CodingOutcome()
        var dictionaries: [Matrix] = []
        for penalty in penalties {
            let learning = DictionaryLearning(atoms: atoms, penalty: penalty, rounds: rounds, steps: steps)
            let dictionary = try learning.dictionary(
                for: training.matrix, from: lab.stream("dictionary", images.replicate))
            let codes = try SparseCoding(dictionary: dictionary).codes(
                for: test, penalty: penalty, steps: CodingItem.precise)
            outcome.zeros.append(codes.zeroShare)
            outcome.residuals.append(codes.residual(of: test, dictionary))
            dictionaries.append(dictionary)
        }
        let coding = try SparseCoding(dictionary: dictionaries[penalties.count / 2])
        for count in entries {
            let codes = try coding.matchingPursuit(for: test, count: count)
            outcome.exact.append((0..<codes.rows).count { row in codes.row(row).count { $0 != 0 } == count })
        }
        let matched = try CodePenalty.allCases.map {
            try $0.codes(leaving: residual, of: test, coding, steps: CodingItem.precise)
        }
        outcome.sparsities = matched.map(\.meanHoyerSparsity)
        outcome.studentZeros = matched[1].zeroShare
        if images.replicate == 0 {
            outcome.picture = try CodingPicture(
                dictionaries, penalty: penalties[penalties.count / 2], test: test, side: training.side,
                matched: matched)
        }
        return outcome
    }
}

extension CodingPicture {
    private static let shown = 24

    fileprivate init(
        _ all: [Matrix], penalty: Double, test: Matrix, side: Int, matched: [Matrix]
    ) throws {
        dictionaries = try all.map { dictionary in
            let codes = try SparseCoding(dictionary: dictionary).codes(for: test, penalty: penalty, steps: 100)
            let usage = codes.gram.diagonal
            let order = usage.indices.sorted { usage[$0] > usage[$1] }
            return order.prefix(CodingPicture.shown).map { Picture(dictionary.column($0), columns: side) }
        }
        let dictionary = all[all.count / 2]
        let code = try SparseCoding(dictionary: dictionary).codes(
            for: test.selectingRows([0]), penalty: penalty, steps: 200)
        let order = code.elements.indices.sorted { abs(code.elements[$0]) > abs(code.elements[$1]) }
        let used = order.prefix(9).filter { code.elements[$0] != 0 }
        image = Picture(test.row(0), columns: side)
        reconstruction = Picture(code.timesTransposed(dictionary).row(0), columns: side)
        parts = used.map { Picture(dictionary.column($0), columns: side) }
        weights = used.map { code.elements[$0] }
        let width = 0.2
        let numbers = -10...10
        bins = (numbers.map { Double($0) - 0.5 } + [10.5]).map { $0 * width }
        shares = matched.map { codes in
            numbers.map { number in
                let count = codes.elements.count { ($0 / width).rounded() == Double(number) }
                return Double(count) / Double(codes.elements.count)
            }
        }
    }
}
