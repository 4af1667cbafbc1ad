import Notebook

/// How a template asks a value to be shown.
enum ValueFormat: Hashable {
    case plain
    case digits(Int)
    case percent(Int)
    case integer
    case mean
    case error
    case n

    /// Reads "digits 4", "percent", "mean"; nil for anything else.
    init?(_ option: String) {
        let words = option.split(separator: " ").map(String.init)
        let number = words.count == 2 ? Int(words[1]).flatMap { (0...15).contains($0) ? $0 : nil } : nil
        switch (words.first, words.count) {
        case (nil, _): self = .plain
        case ("digits", 2):
            guard let number, number > 0 else { return nil }
            self = .digits(number)
        case ("percent", 1): self = .percent(1)
        case ("percent", 2):
            guard let number else { return nil }
            self = .percent(number)
        case ("integer", 1): self = .integer
        case ("mean", 1): self = .mean
        case ("error", 1): self = .error
        case ("n", 1): self = .n
        default: return nil
        }
    }
}

extension Quantity {
    /// The value as `format` asks; the kind of problem when it can't be shown so.
    func text(_ format: ValueFormat, query: ValueQuery) -> Result<NumberText, Problem> {
        func failure(_ kind: Problem.Kind) -> Result<NumberText, Problem> { .failure(Problem(kind, at: query.place)) }
        switch (self, format) {
        case (.text(let text), .plain): return .success(NumberText(text))
        case (.text, _): return failure(.optionNeedsNumber(query.option, value: query.name))
        case (.number, .mean), (.number, .error), (.number, .n), (.count, .mean), (.count, .error), (.count, .n):
            return failure(.optionNeedsEstimate(query.option, value: query.name))
        case (.estimate(_, let halfWidth, _), .error): return .success(NumberText(halfWidth, digits: 2))
        case (.estimate(_, _, let n), .n): return .success(NumberText(Double(n), decimals: 0))
        case (.estimate(let mean, let halfWidth, _), .plain):
            return .success(NumberText(mean: mean, halfWidth: halfWidth))
        case (.estimate(let mean, let halfWidth, _), .percent(let decimals)):
            let mean = NumberText(mean * 100, decimals: decimals)
            let width = NumberText(halfWidth * 100, decimals: decimals)
            return .success(mean + NumberText(" ± ") + width + NumberText("\u{202F}%"))
        case (.count(let count), .plain): return .success(NumberText(Double(count), decimals: 0))
        default: return .success(single(format))
        }
    }

    private var size: Double {
        switch self {
        case .number(let value): value
        case .count(let count): Double(count)
        case .estimate(let mean, _, _): mean
        case .text: .nan
        }
    }

    private func single(_ format: ValueFormat) -> NumberText {
        switch format {
        case .digits(let digits): NumberText(size, digits: digits)
        case .percent(let decimals): NumberText(size * 100, decimals: decimals) + NumberText("\u{202F}%")
        case .integer: NumberText(size.rounded(), decimals: 0)
        case .plain, .mean, .error, .n: NumberText(size, digits: 3, trimmed: true)
        }
    }
}
