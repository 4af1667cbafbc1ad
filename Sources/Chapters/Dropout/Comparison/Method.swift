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
