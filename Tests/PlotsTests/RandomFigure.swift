import Plots

/// Figures of random panels, marks, axes and data, nasty ones among them.
struct RandomFigure {
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func figure() -> Figure {
        let (width, height) = (
            Double.random(in: 120...500, using: &random), Double.random(in: 90...320, using: &random)
        )
        let count = Int.random(in: 1...4, using: &random)
        let panels = (0..<count).map { _ in panel() }
        let shape = Int.random(in: 0...3, using: &random)
        return Figure(width: width, height: height) {
            switch shape {
            case 0: Row { panels }
            case 1: Grid(columns: 2) { panels }
            case 2: Column { panels }
            default: panels[0]
            }
        }
    }

    private let labels = [
        "loss", "$w_1$", "validation error", "a", "", "$\\frac{1}{k}\\sum_i x_i$", "epoch", "$\\tilde{w}$ (units)",
    ]

    private mutating func label() -> String { labels.randomElement(using: &random) ?? "" }

    private mutating func axis() -> Axis {
        var domain: ClosedRange<Double>?
        if random.chance(0.3) {
            let start = Double.random(in: -100...100, using: &random)
            domain = start...(start + Double.random(in: 1e-6...300, using: &random))
        }
        let scale: AxisScale =
            switch Int.random(in: 0...9, using: &random) {
            case 0, 1: .log
            case 2: .symmetricLog(linear: 0.5)
            default: .linear
            }
        if scale == .log, let low = domain?.lowerBound { domain = max(low, 1e-5)...(max(low, 1e-5) * 500) }
        let ticks: Ticks = random.chance(0.15) ? .values((0..<9).map { _ in random.number() }) : .automatic
        return Axis(label(), in: domain, scale: scale, ticks: ticks, reversed: random.chance(0.1))
    }

    private mutating func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in random.number() } }

    private mutating func panel() -> Panel {
        let frame = [Panel.Frame.axes, .axes, .axes, .box, .origin, .none].randomElement(using: &random) ?? .axes
        let marks = (0..<Int.random(in: 0...4, using: &random)).map { _ in mark() }
        return Panel(
            random.chance(0.5) ? label() : "", x: axis(), y: axis(), frame: frame,
            aspect: random.chance(0.15) ? .equal : .free
        ) { marks }
    }

    private mutating func mark() -> any Mark {
        let count = Int.random(in: 0...40, using: &random)
        let rising = (0..<count).map(Double.init)
        let role = Role.all.randomElement(using: &random) ?? .ink
        let name = label()
        switch Int.random(in: 0...9, using: &random) {
        case 0, 1, 2: return Line(x: rising, y: numbers(count)).role(role).label(name)
        case 3: return Points(x: numbers(count), y: numbers(count)).role(role).label(name)
        case 4: return Point(x: random.number(), y: random.number()).role(role).label(name)
        case 5:
            return Band(x: rising, replicates: (0..<3).map { _ in numbers(count) }).runs(true).role(role).label(name)
        case 6: return Bars(["one", "two", "three"], y: numbers(3), errors: numbers(3)).role(role).label(name)
        case 7: return random.chance(0.5) ? Rule(x: random.number()).label(name) : Rule(y: random.number()).label(name)
        case 8: return Text(name, x: random.number(), y: random.number())
        default:
            let shift = random.number()
            return Contours(x: -2...2, y: -2...2, columns: 12, rows: 12) { $0 * $0 + shift * $1 }.role(role)
        }
    }
}
