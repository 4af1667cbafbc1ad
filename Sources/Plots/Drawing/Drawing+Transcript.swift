import Foundation

extension Drawing {
    /// The drawing as text, a command a line, numbers in hundredths of a point: what tests of layout compare.
    public var transcript: String {
        var lines = ["drawing \(Self.number(width)) \(Self.number(height))"]
        var depth = 0
        for command in commands {
            let text: String
            switch command {
            case .open, .close: continue
            case .fill(let path, let paint): text = "fill \(Self.text(paint)) \(Self.text(path))"
            case .stroke(let path, let style):
                text =
                    "stroke \(Self.text(style.paint)) \(Self.number(style.width)) \(style.dash) \(style.cap) \(Self.text(path))"
            case .pushClip(let rect): text = "clip \(Self.text(rect))"
            case .popClip:
                depth -= 1
                text = "end clip"
            case .text(let run):
                let turn = run.rotation == 0 ? "" : " turned \(Self.number(run.rotation))"
                text =
                    "text \(Self.text(run.origin)) \(run.face) \(Self.number(run.size)) \(Self.text(run.paint))\(turn) \"\(run.string)\""
            case .image(let image, let rect):
                text = "image \(image.columns)×\(image.rows) \(Self.checksum(image)) \(Self.text(rect))"
            case .mask(let mask, let rect, let paint):
                let sum = String(Self.checksum(mask.opacities), radix: 16)
                text = "mask \(Self.text(paint)) \(mask.columns)×\(mask.rows) \(sum) \(Self.text(rect))"
            }
            lines.append(String(repeating: "  ", count: max(0, depth)) + text)
            if case .pushClip = command { depth += 1 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }

    private static func text(_ point: XY) -> String { "\(number(point.x)),\(number(point.y))" }

    private static func text(_ rect: Rect) -> String {
        "\(text(XY(rect.x, rect.y))) \(number(rect.width))×\(number(rect.height))"
    }

    private static func text(_ paint: Paint) -> String {
        let name: String
        switch paint.source {
        case .role(let role): name = role.name
        case .fixed(let colour): name = colour.hexadecimal
        }
        return paint.opacity == 1 ? name : "\(name)/\(number(paint.opacity))"
    }

    private static func text(_ path: Path) -> String {
        path.elements.map { element in
            switch element {
            case .move(let point): "M\(text(point))"
            case .line(let point): "L\(text(point))"
            case .curve(let first, let second, let end): "C\(text(first)) \(text(second)) \(text(end))"
            case .close: "Z"
            }
        }.joined(separator: " ")
    }

    /// A short checksum of pixels (FNV-1a), so that a changed picture changes the text.
    private static func checksum(_ image: PixelImage) -> String {
        String(checksum(image.pixels.flatMap { pixel in (0..<4).map { pixel[$0] } }), radix: 16)
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
