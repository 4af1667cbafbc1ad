/// Lines and curves in points, y downwards.
public struct Path: Hashable, Sendable {
    /// A step of the pen.
    public enum Element: Hashable, Sendable {
        case move(XY)
        case line(XY)
        case curve(XY, XY, XY)
        case close
    }

    public private(set) var elements: [Element]

    public init() { elements = [] }

    /// A polyline; closed if asked.
    public init(_ points: some Collection<XY>, closed: Bool = false) {
        elements = []
        elements.reserveCapacity(points.count + 1)
        for point in points { elements.append(elements.isEmpty ? .move(point) : .line(point)) }
        if closed && !elements.isEmpty { elements.append(.close) }
    }

    public init(_ rect: Rect) {
        self.init(
            [
                XY(rect.left, rect.top), XY(rect.right, rect.top), XY(rect.right, rect.bottom),
                XY(rect.left, rect.bottom),
            ], closed: true)
    }

    /// A circle of four cubic pieces, exact to 0.03 % of the radius.
    public init(circle centre: XY, radius r: Double) { self.init(ellipse: centre, radii: XY(r, r)) }

    public init(ellipse centre: XY, radii r: XY) {
        let k = 0.5522847498 * r
        elements = [
            .move(centre + XY(r.x, 0)),
            .curve(centre + XY(r.x, k.y), centre + XY(k.x, r.y), centre + XY(0, r.y)),
            .curve(centre + XY(-k.x, r.y), centre + XY(-r.x, k.y), centre + XY(-r.x, 0)),
            .curve(centre + XY(-r.x, -k.y), centre + XY(-k.x, -r.y), centre + XY(0, -r.y)),
            .curve(centre + XY(k.x, -r.y), centre + XY(r.x, -k.y), centre + XY(r.x, 0)),
            .close,
        ]
    }

    public var isEmpty: Bool { elements.isEmpty }

    public mutating func move(to point: XY) { elements.append(.move(point)) }
    public mutating func line(to point: XY) { elements.append(.line(point)) }
    public mutating func curve(_ first: XY, _ second: XY, to point: XY) {
        elements.append(.curve(first, second, point))
    }
    public mutating func close() { elements.append(.close) }
    public mutating func append(_ other: Path) { elements += other.elements }

    /// Every point, the control points of curves too.
    public var points: [XY] {
        elements.flatMap { element -> [XY] in
            switch element {
            case .move(let point), .line(let point): [point]
            case .curve(let first, let second, let end): [first, second, end]
            case .close: []
            }
        }
    }

    /// The corners of each piece; of a closed one the first again at its end. A curve counts as the line to its end.
    var polylines: [[XY]] {
        var pieces: [[XY]] = []
        var piece: [XY] = []
        for element in elements {
            switch element {
            case .move(let point):
                if !piece.isEmpty { pieces.append(piece) }
                piece = [point]
            case .line(let point), .curve(_, _, let point): piece.append(point)
            case .close: if let first = piece.first { piece.append(first) }
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    /// Whether every step is a line.
    var isStraight: Bool {
        elements.allSatisfy { if case .curve = $0 { false } else { true } }
    }

    /// The path without points of long polylines that no reader could tell from the line through their neighbours:
    /// they would only make files large and slow.
    ///
    /// - Parameter curves: whether curves may take the place of lines; areas keep lines, or neighbours leave gaps.
    func simplified(curves: Bool, tolerance: Double = 0.02) -> Path {
        guard elements.count > 32 else { return self }
        var path = Path()
        path.elements.reserveCapacity(elements.count / 4)
        var run: [XY] = []
        func flush(_ path: inout Path) {
            guard !run.isEmpty else { return }
            if curves {
                path.elements += CurveFitter.fitted(run, tolerance: tolerance)
            } else {
                for point in PolylineSimplifier.simplified(run, tolerance: tolerance).dropFirst() {
                    path.elements.append(.line(point))
                }
            }
            run.removeAll(keepingCapacity: true)
        }
        for element in elements {
            switch element {
            case .line(let point): run.append(point)
            case .move(let point):
                flush(&path)
                path.elements.append(element)
                run.append(point)
            case .curve(_, _, let point):
                flush(&path)
                path.elements.append(element)
                run.append(point)
            case .close:
                flush(&path)
                path.elements.append(element)
            }
        }
        flush(&path)
        return path
    }
}
