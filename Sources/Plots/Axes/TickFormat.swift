import Foundation

/// How the numbers of an axis are written.
public struct TickFormat: Hashable, Sendable {
    private enum Style: Hashable {
        case automatic
        case fixed(Int)
        case percent(Int)
        case metric
        case scientific(Int)
        case date(String)
    }

    private let style: Style
    private var prefix = ""
    private var suffix = ""

    private init(_ style: Style) { self.style = style }

    /// As few digits as the numbers need to differ; what they have in common stands once, behind the axis' label.
    public static let automatic = TickFormat(.automatic)

    /// So many digits after the point.
    public static func fixed(_ decimals: Int) -> TickFormat { TickFormat(.fixed(decimals)) }

    /// Shares as percentages: 0.25 is 25 %.
    public static func percent(decimals: Int = 0) -> TickFormat { TickFormat(.percent(decimals)) }

    /// With the prefixes of the International System: 1500 is 1.5 k.
    public static let metric = TickFormat(.metric)

    /// A number below ten times a power of ten, with so many digits after the point.
    public static func scientific(_ decimals: Int = 1) -> TickFormat { TickFormat(.scientific(decimals)) }

    /// Moments in a pattern of Unicode's (Technical Standard 35), such as `yyyy-MM` or `d MMM HH:mm`, in the axis' time zone and
    /// in English.
    public static func date(_ pattern: String) -> TickFormat { TickFormat(.date(pattern)) }

    /// The format with words before and behind each number, such as a currency or a unit; they are no TeX.
    public func between(_ prefix: String = "", _ suffix: String = "") -> TickFormat {
        var copy = self
        copy.prefix = prefix.replacingOccurrences(of: "$", with: "\\$")
        copy.suffix = suffix.replacingOccurrences(of: "$", with: "\\$")
        return copy
    }

    /// The texts of numbers; nil where the axis decides.
    func texts(of values: [Double], in zone: TimeZone?) -> [String]? {
        if case .automatic = style {
            guard !prefix.isEmpty || !suffix.isEmpty else { return nil }
            return TickNumbers(values).texts.map { prefix + $0 + suffix }
        }
        if case .date(let pattern) = style {
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = zone ?? .gmt
            formatter.dateFormat = pattern
            return values.map { prefix + formatter.string(from: Date(timeIntervalSince1970: $0)) + suffix }
        }
        return values.map { prefix + text($0) + suffix }
    }

    private static let prefixes = [
        "q", "r", "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y", "R", "Q",
    ]

    private func text(_ value: Double) -> String {
        switch style {
        case .automatic, .date: return NumberFormat.short(value)
        case .fixed(let decimals): return NumberFormat.fixed(value, decimals: decimals)
        case .percent(let decimals): return NumberFormat.fixed(100 * value, decimals: decimals) + "\u{2009}%"
        case .metric:
            guard value != 0, value.isFinite else { return NumberFormat.short(value) }
            let power = Int((log10(abs(value)) / 3 + 1e-9).rounded(.down))
            let place = max(0, min(Self.prefixes.count - 1, power + 10))
            let number = NumberFormat.short(value / pow(1000, Double(place - 10)), digits: 6)
            return Self.prefixes[place].isEmpty ? number : number + "\u{2009}" + Self.prefixes[place]
        case .scientific(let decimals):
            guard value != 0, value.isFinite else { return NumberFormat.short(value) }
            let power = Int((log10(abs(value)) + 1e-9).rounded(.down))
            let mantissa = NumberFormat.fixed(value / pow(10, Double(power)), decimals: decimals)
            return mantissa + "$\\,\\times 10^{\(power)}$"
        }
    }
}
