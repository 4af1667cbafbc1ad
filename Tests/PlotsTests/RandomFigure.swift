import Plots

/// Figures of random contents, marks, axes, labels and data, nasty ones among them.
struct RandomFigure {
    var random: SplitMix

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func figure() throws -> Figure {
        // One in ten is too small for most of what it should hold.
        let isTiny = random.chance(0.1)
        let width = Double.random(in: isTiny ? 20...90 : 120...600, using: &random)
        let height = Double.random(in: isTiny ? 15...70 : 90...400, using: &random)
        let contents = try (0..<Int.random(in: 1...4, using: &random)).map { _ in try content() }
        let shape = Int.random(in: 0...5, using: &random)
        let spacing = Double.random(in: 0...20, using: &random)
        var figure = Figure(width: width, height: height, title: label()) {
            switch shape {
            case 0: Row(spacing: spacing, shares: [1, 2]) { contents }
            case 1: Grid(columns: 2, spacing: spacing) { contents }
            case 2: Column(spacing: spacing) { contents }
            case 3: Row(spacing: spacing) { contents }.sharingY()
            case 4: Column(spacing: spacing) { contents }.sharingX()
            default: contents[0]
            }
        }
        figure.textSize = Double.random(in: 5...14, using: &random)
        return random.chance(0.3) ? figure.lettered() : figure
    }

    private let labels = [
        "loss", "$w_1$", "validation error", "a", "", "", "$\\frac{1}{k}\\sum_i x_i$", "epoch", "$\\tilde{w}$ (units)",
        "A long title that goes on about regularization", "$\\|\\mathbf{w}\\|_2^2 \\le k$", "ÄÖÜ & <b>\"q\"</b>",
        "$\\sqrt{\\mathbb{E}[\\hat{y}^2]}$", "\\$5", "$\\mathcal{L}\\left(\\frac{\\bar{x}}{2}\\right)$",
    ]

    private mutating func label() -> String { labels.randomElement(using: &random) ?? "" }

    private mutating func content() throws -> any FigureContent {
        switch Int.random(in: 0...11, using: &random) {
        case 0:
            let images = try (0..<Int.random(in: 0...9, using: &random)).map { _ in try image() }
            let labels = random.chance(0.5) ? images.map { _ in label() } : []
            return ImageGrid(images, columns: Int.random(in: 1...5, using: &random), labels: labels, title: label())
        case 1: return try schematic()
        case 2:
            let range = -abs(random.tame())...(abs(random.tame()) + 0.1)
            return ColourBar(range, map: ColourMap.allCases.randomElement(using: &random) ?? .blues, label: label())
        default: return panel()
        }
    }

    private mutating func image() throws -> PixelImage {
        let columns = Int.random(in: 1...6, using: &random)
        return try PixelImage(grey: numbers(columns * Int.random(in: 1...6, using: &random)), columns: columns)
    }

    private mutating func schematic() throws -> Schematic {
        let layers = (0..<Int.random(in: 1...4, using: &random)).map { layer in
            (0..<Int.random(in: 1...4, using: &random)).map { "\(layer).\($0)" }
        }
        let names = layers.flatMap { $0 }
        let picture = try image()
        let direction = [Schematic.Direction.up, .down, .left, .right].randomElement(using: &random) ?? .up
        var parts: [any SchematicPart] = layers.map { names in
            let nodes = names.map { node($0, picture) }
            return NodeRow { nodes }
        }
        let anchors: [Edge.Anchor?] = [nil, .top, .bottom, .left, .right]
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            guard let from = names.randomElement(using: &random), let to = names.randomElement(using: &random) else {
                continue
            }
            parts.append(
                Edge(from, to: to).curved(random.chance(0.5) ? 0 : Double.random(in: -0.4...0.4, using: &random))
                    .anchored(
                        from: anchors.randomElement(using: &random) ?? nil,
                        to: anchors.randomElement(using: &random) ?? nil
                    )
                    .label(label()).arrow(random.chance(0.7)))
        }
        let side = [Brace.Side.above, .below, .left, .right].randomElement(using: &random) ?? .above
        if random.chance(0.4) { parts.append(Brace(layers.last ?? [], label(), side: side)) }
        if random.chance(0.4) { parts.append(Group(layers.first ?? [], label())) }
        return Schematic(direction, title: label()) { parts }
    }

    private mutating func node(_ name: String, _ picture: PixelImage) -> Node {
        switch Int.random(in: 0...5, using: &random) {
        case 0: return Node(name, image: picture, side: Double.random(in: 5...40, using: &random), caption: label())
        case 1: return Node(name, matrix: [[label(), "0"], ["1", "$w_1$"]])
        case 2: return Node.space
        default:
            let shape = [Node.Shape.circle, .box, .rounded, .plain].randomElement(using: &random) ?? .circle
            return Node(name, label(), shape: shape).filled(random.chance(0.5))
        }
    }

    private mutating func axis() -> Axis {
        var domain: ClosedRange<Double>?
        if random.chance(0.3) {
            let start = Double.random(in: -100...100, using: &random)
            domain = start...(start + Double.random(in: 1e-6...300, using: &random))
        }
        let scale: AxisScale =
            switch Int.random(in: 0...11, using: &random) {
            case 0, 1: .log
            case 2: .symmetricLog(linear: 0.5)
            case 3: .categorical(["n:one", "n:two", "n:three", "n:four and a half"])
            default: .linear
            }
        if scale == .log, let low = domain?.lowerBound { domain = max(low, 1e-5)...(max(low, 1e-5) * 500) }
        let ticks: Ticks =
            switch Int.random(in: 0...9, using: &random) {
            case 0: .values(numbers(9))
            case 1: .labelled(numbers(5).map { Tick($0, "n:\($0 > 0 ? "above" : "below")") })
            case 2: .none
            default: .automatic
            }
        return Axis(label(), in: domain, scale: scale, ticks: ticks, reversed: random.chance(0.1))
    }

    private mutating func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in random.number() } }

    private mutating func panel() -> Panel {
        let frame = [Panel.Frame.axes, .axes, .axes, .box, .origin, .none].randomElement(using: &random) ?? .axes
        let legend = [Panel.LegendPlace.automatic, .automatic, .top, .none].randomElement(using: &random) ?? .top
        let aspect = [Panel.Aspect.free, .free, .free, .equal, .ratio(2)].randomElement(using: &random) ?? .free
        let marks = (0..<Int.random(in: 0...6, using: &random)).map { _ in mark() }
        return Panel(
            random.chance(0.5) ? label() : "", x: axis(), y: axis(), frame: frame, aspect: aspect, legend: legend
        ) { marks }
    }

    private mutating func mark() -> any Mark {
        var mark = plainMark()
        mark.style.role = Role.all.randomElement(using: &random)
        if random.chance(0.7) { mark.style.label = label() }
        if random.chance(0.1) { mark.style.lineWidth = Double.random(in: 0...6, using: &random) }
        if random.chance(0.1) { mark.style.marker = .openSquare }
        if random.chance(0.1) { mark.style.opacity = Double.random(in: 0...1, using: &random) }
        return mark
    }

    private mutating func field() -> ScalarField {
        let (shift, hole) = (random.number(), random.chance(0.3))
        return ScalarField(x: -2...2, y: -2...2, columns: 12, rows: 9) { x, y in
            hole && x * x + y * y < 0.6 ? .nan : x * x + shift * y
        }
    }

    private mutating func levels() -> Levels {
        [.count(5), .explicit(numbers(4)), .logarithmic(4), .quantiles(5)].randomElement(using: &random) ?? .count(3)
    }

    private mutating func plainMark() -> any Mark {
        let count = Int.random(in: 0...40, using: &random)
        let rising = (0..<count).map(Double.init)
        let map = ColourMap.allCases.randomElement(using: &random) ?? .greys
        let place = (x: random.number(), y: random.number())
        switch Int.random(in: 0...19, using: &random) {
        case 0, 1, 2: return Line(x: rising, y: numbers(count))
        case 3: return Points(x: numbers(count), y: numbers(count))
        case 4: return Point(x: place.x, y: place.y)
        case 5:
            let spread = [Spread.standardError, .quantiles(0.1, 0.9), .range].randomElement(using: &random) ?? .range
            return Band(x: rising, replicates: (0..<3).map { _ in numbers(count) }, spread).runs(random.chance(0.5))
        case 6: return Band(x: rising, low: numbers(count), high: numbers(count))
        case 7: return Bars(["n:a", "n:b", "n:c"], y: numbers(3), errors: numbers(3)).group(0, of: 2)
        case 8: return Bars(x: numbers(6), y: numbers(6))
        case 9: return random.chance(0.5) ? Rule(x: place.x) : Rule(y: place.y)
        case 10: return Text(label(), x: place.x, y: place.y, anchor: .top)
        case 11: return Annotation(label(), x: place.x, y: place.y)
        case 12: return Arrow(from: place, to: (random.number(), random.number()))
        case 13: return Histogram(numbers(count), density: random.chance(0.5))
        case 14: return HeatMap(of: field(), map: map)
        case 15: return FilledContours(of: field(), levels: levels(), map: map)
        case 16: return Trajectory(x: numbers(count), y: numbers(count))
        case 17:
            let (a, b) = place
            return VectorField(x: -1...1, y: -1...1, columns: 5, rows: 4) { (a * $1, b * $0) }
        case 18:
            return random.chance(0.5)
                ? Outline.l1Ball(radius: place.x).filled() : Outline.l2Ball(radius: place.y, centre: place)
        default: return Contours(of: field(), levels: levels()).labelled(random.chance(0.6))
        }
    }
}
