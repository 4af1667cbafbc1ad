import Learning
import Notebook

/// Regularizers on one task, each with the strength that validation images chose.
public struct Comparison: Codable, Sendable {
    /// The methods' names, and what was chosen for each.
    public let methods: [Method]
    public let chosen: [String]
    /// The misclassified share of test images: one row a method, one entry a replicate.
    public var errors: [[Double]]
    /// The same for dropout that starts from features learned without labels.
    public var pretrainedErrors: [Double]
    public let tried: Int
    /// The same for networks of published size; empty where there were none.
    public let wide: [WideRuns]

    /// Networks of published size, made in one way.
    public struct WideRuns: Codable, Sendable {
        public let name: String
        public let chosen: String
        public let published: String
        public let errors: [Double]
    }

    /// A regularizer of the published table, plus plain training, dropout alone and DropConnect.
    public enum Method: String, Codable, Sendable, CaseIterable {
        case plain, l2, l2l1, l2sparsity, maxNorm, dropout, dropoutL2, dropoutMaxNorm, dropConnect

        public var name: String {
            switch self {
            case .plain: "none"
            case .l2: "L2"
            case .l2l1: "L2 + L1"
            case .l2sparsity: "L2 + sparse activity"
            case .maxNorm: "max-norm"
            case .dropout: "dropout"
            case .dropoutL2: "dropout + L2"
            case .dropoutMaxNorm: "dropout + max-norm"
            case .dropConnect: "DropConnect"
            }
        }

        /// What may be chosen, weakest first, each with the words for it.
        func candidates(_ task: DigitTask) -> [(words: String, recipe: Recipe)] {
            func each(_ values: [Double], _ symbol: String, _ change: (inout Recipe, Double) -> Void)
                -> [(words: String, recipe: Recipe)]
            {
                values.map { value in
                    var recipe = Recipe(task)
                    change(&recipe, value)
                    return ("\(symbol) \(value)", recipe)
                }
            }
            let decays = [0.0003, 0.001, 0.003]
            let norms = [1.0, 1.5, 2.5]
            switch self {
            case .plain: return [("", Recipe(task))]
            case .l2: return each(decays, "α =") { $0.l2 = $1 }
            case .l2l1:
                return each([0.00003, 0.0001, 0.0003], "β =") {
                    $0.l2 = 0.001
                    $0.l1 = $1
                }
            case .l2sparsity:
                return each([0.0001, 0.001, 0.003], "strength") {
                    $0.l2 = 0.001
                    $0.sparsity = $1
                }
            case .maxNorm: return each(norms, "c =") { $0.maxNorm = $1 }
            case .dropout:
                return each([0.9, 0.8, 0.65], "keep") {
                    $0.keepInput = task.keepInput
                    $0.keepHidden = $1
                }
            case .dropoutL2:
                return each([0.0001, 0.0003, 0.001], "α =") {
                    $0 = $0.dropping(task)
                    $0.l2 = $1
                }
            case .dropoutMaxNorm:
                return each([1.5, 2, 3], "c =") {
                    $0 = $0.dropping(task)
                    $0.maxNorm = $1
                }
            case .dropConnect: return each([0.5], "keep") { $0.keepWeights = $1 }
            }
        }
    }

    func errors(_ method: Method) -> [Double] {
        methods.firstIndex(of: method).map { errors[$0] } ?? []
    }

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> Comparison {
        let task = parameters.task
        let methods = Method.allCases.filter { parameters.comparesDropConnect || $0 != .dropConnect }
        var items: [DigitItem] = []
        for method in methods {
            for candidate in method.candidates(task) {
                items += (0..<parameters.tuningReplicates).map {
                    DigitItem(task: task, recipe: candidate.recipe, replicate: 1_000 + $0)
                }
            }
        }
        let tuned = try await lab.map("choice of strengths", over: items) { item, lab in
            try item.outcome(in: lab).validation.error
        }
        var place = 0
        var chosen: [(words: String, recipe: Recipe)] = []
        for method in methods {
            let candidates = method.candidates(task)
            let errors = candidates.map { _ in
                defer { place += parameters.tuningReplicates }
                return tuned[place..<place + parameters.tuningReplicates].reduce(0, +)
            }
            chosen.append(candidates[errors.indices.min { errors[$0] < errors[$1] } ?? 0])
        }
        let runs = chosen.flatMap { choice in
            (0..<parameters.comparedReplicates).map { DigitItem(task: task, recipe: choice.recipe, replicate: $0) }
        }
        let errors = try await lab.map("regularizers", over: runs) { item, lab in
            try item.outcome(in: lab).test.error
        }
        let each = parameters.comparedReplicates
        return Comparison(
            methods: methods, chosen: chosen.map(\.words),
            errors: methods.indices.map { Array(errors[$0 * each..<($0 + 1) * each]) },
            pretrainedErrors: try await pretrained(
                methods.firstIndex(of: .dropout).map { chosen[$0].recipe } ?? Recipe(task), parameters, in: lab),
            tried: items.count, wide: try await wide(parameters, in: lab))
    }

    /// 784-800-800-10 plain and with dropout, and the maxout network whose schedule errs least on validation images.
    private static func wide(_ parameters: Parameters, in lab: Lab) async throws -> [WideRuns] {
        guard parameters.wideReplicates > 0 else { return [] }
        var plain = Recipe(parameters.task)
        plain.units = parameters.wideUnits
        plain.updates = parameters.wideUpdates
        var dropout = plain.dropping(parameters.task)
        dropout.updates = parameters.wideDropoutUpdates
        dropout.maxNorm = 3
        var maxout = Recipe(parameters.task).dropping(parameters.task)
        (maxout.units, maxout.kind, maxout.pieces) = (240, .maxout, 5)
        maxout.updates = parameters.maxoutUpdates
        maxout.maxNorm = 2
        let schedules = zip(parameters.maxoutRates, parameters.maxoutMomenta).map { rate, momentum in
            var task = parameters.task
            (task.learningRate, task.momentum) = (rate, momentum)
            return DigitItem(task: task, recipe: maxout, replicate: 0)
        }
        let fixed = [(plain, parameters.wideReplicates), (dropout, parameters.wideDropoutReplicates)].flatMap {
            recipe, count in
            (0..<count).map { DigitItem(task: parameters.task, recipe: recipe, replicate: $0) }
        }
        // The longest first, so that none of them is left alone at the end.
        let outcomes = try await lab.map("published width", over: schedules + fixed) { item, lab in
            try item.outcome(in: lab)
        }
        let errors = outcomes.dropFirst(schedules.count).map(\.test.error)
        let runs = [
            WideRuns(
                name: "none, \(parameters.wideUnits) units, \(plain.updates) updates", chosen: "",
                published: "1.62 ± 0.04", errors: Array(errors.prefix(parameters.wideReplicates))),
            WideRuns(
                name: "dropout + max-norm, \(parameters.wideUnits) units, \(dropout.updates) updates", chosen: "",
                published: "1.28 ± 0.04", errors: Array(errors.dropFirst(parameters.wideReplicates))),
        ]
        guard
            let (best, outcome) = zip(schedules, outcomes).min(by: { $0.1.validation.error < $1.1.validation.error })
        else { return runs }
        return runs + [
            WideRuns(
                name: "dropout + max-norm, maxout 240 × 5, \(maxout.updates) updates",
                chosen: "rate \(best.task.learningRate), momentum \(best.task.momentum)", published: "0.94",
                errors: [outcome.test.error])
        ]
    }

    /// Dropout again, from the weights of an autoencoder in the first layer.
    private static func pretrained(
        _ recipe: Recipe, _ parameters: Parameters, in lab: Lab
    ) async throws -> [Double] {
        let items = (0..<parameters.comparedReplicates).map {
            DigitItem(task: parameters.task, recipe: recipe, replicate: $0)
        }
        return try await lab.map("pretrained", over: items) { item, lab in
            try item.outcome(in: lab) { trainer in
                let images = try item.images(.training, count: item.task.unlabelledExamples, in: lab)
                let network = try Network(input: .image(side: images.side)) {
                    Dense(units: item.recipe.units, activation: .rectifier)
                    Dense(units: images.side * images.side)
                }
                let encoder = try Trainer(
                    network, SGD(batch: 50, rate: 0.01, momentum: 0.9), loss: .squared,
                    on: images.examples.reconstructing, stream: lab.stream("autoencoder", item.replicate))
                var code = encoder.start()
                try encoder.train(&code, steps: 600)
                var state = trainer.start()
                for block in 0..<2 { state.parameters[block: block] = code.parameters[block: block] }
                return state
            }.test.error
        }
    }
}
