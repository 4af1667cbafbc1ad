import Glibc

/// How much a terminal shows at once, in characters.
public struct TerminalSize: Sendable, Equatable {
    public let columns: Int
    public let rows: Int

    /// Numbers below one count as one.
    public init(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
    }

    /// The size of the terminal behind `descriptor` now; where it does not tell, what `COLUMNS` and `LINES` of `environment`
    /// say, or 80 × 24.
    init(of descriptor: Int32, _ environment: [String: String]) {
        var size = winsize()
        let isTold = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
        func number(_ told: UInt16, _ name: String, _ standard: Int) -> Int {
            if isTold && told > 0 { return Int(told) }
            guard let named = environment[name].flatMap({ Int($0) }), (1...10_000).contains(named) else {
                return standard
            }
            return named
        }
        self.init(columns: number(size.ws_col, "COLUMNS", 80), rows: number(size.ws_row, "LINES", 24))
    }
}
