/// Places the atoms of a formula by TeX's rules for text style, with the parameters of Computer Modern.
struct MathLayout {
    let typesetter: Typesetter

    /// Heights in ems of the base size.
    private static let axis = 0.25
    private static let xHeight = 0.431
    private static let barThickness = 0.04

    /// The factor of the base size at a level: text, script, script of a script.
    private func scale(_ level: Int) -> Double { [1, 0.7, 0.5][min(level, 2)] }

    /// A row of atoms; `size` is the label's size in points.
    func set(_ nodes: [MathNode], size: Double, level: Int) throws -> Typeset {
        var line = Typeset()
        var previous: MathNode.Class?
        let classes = resolvedClasses(nodes)
        for (node, kind) in zip(nodes, classes) {
            if let kind, let last = previous {
                line.width += space(last, kind, level: level) * size * scale(level)
            }
            line.append(try set(node, size: size, level: level))
            if let kind { previous = kind }
        }
        return line
    }

    /// The classes of a row, where a binary sign without something on both sides counts as ordinary.
    private func resolvedClasses(_ nodes: [MathNode]) -> [MathNode.Class?] {
        var classes = nodes.map(kind)
        var last: MathNode.Class?
        for (index, kind) in classes.enumerated() {
            guard let kind else { continue }
            let isUnary = [nil, .binary, .relation, .opening, .punctuation, .large].contains(last)
            if kind == .binary && isUnary { classes[index] = .ordinary }
            if [.relation, .closing, .punctuation].contains(kind), last == .binary,
                let before = classes[..<index].lastIndex(where: { $0 != nil })
            {
                classes[before] = .ordinary
            }
            last = classes[index]
        }
        return classes
    }

    private func kind(_ node: MathNode) -> MathNode.Class? {
        switch node {
        case .symbol(_, _, let kind): kind
        case .large, .name: .large
        case .scripts(let base, _, _): kind(base)
        case .delimited, .fraction: .inner
        case .space: nil
        default: .ordinary
        }
    }

    /// The space between two atoms in ems.
    private func space(_ left: MathNode.Class, _ right: MathNode.Class, level: Int) -> Double {
        switch (left, right) {
        case (.opening, _), (_, .closing), (_, .punctuation): 0
        case (.large, .opening): 0
        case (.large, _), (_, .large): 3 / 18
        case _ where level > 0: 0
        case (.binary, _), (_, .binary): 4 / 18
        case (.relation, .relation): 0
        case (.relation, _), (_, .relation): 5 / 18
        case (.punctuation, _), (.inner, .ordinary), (.ordinary, .inner), (.inner, .inner): 3 / 18
        default: 0
        }
    }

    private func set(_ node: MathNode, size: Double, level: Int) throws -> Typeset {
        let em = size * scale(level)
        switch node {
        case .symbol(let string, let face, _): return try typesetter.run(string, face, size: em)
        case .large(let sign): return try centred(sign, .size1, em)
        case .name(let name), .text(let name): return try typesetter.run(name, .main, size: em)
        case .space(let width): return Typeset(width: width * em)
        case .row(let nodes): return try set(nodes, size: size, level: level)
        case .scripts(let base, let above, let below):
            return try scripts(base, above, below, size: size, level: level)
        case .fraction(let top, let bottom):
            return try stacked(top, bottom, bar: Self.barThickness * size, size: size, level: level)
        case .binomial(let top, let bottom):
            let body = try stacked(top, bottom, bar: 0, size: size, level: level)
            return try fenced("(", body, ")", em)
        case .root(let body, let degree): return try root(body, degree, size: size, level: level)
        case .accent(let accent, let base): return try accented(accent, base, size: size, level: level)
        case .overline(let body):
            var box = try set([body], size: size, level: level)
            let top = box.ascent + 0.12 * em
            box.items.append(
                .bar(Rect(x: 0, y: -top - Self.barThickness * em, width: box.width, height: Self.barThickness * em)))
            box.ascent = top + Self.barThickness * em
            return box
        case .underline(let body):
            var box = try set([body], size: size, level: level)
            let top = box.descent + 0.12 * em
            box.items.append(.bar(Rect(x: 0, y: top, width: box.width, height: Self.barThickness * em)))
            box.descent = top + Self.barThickness * em
            return box
        case .delimited(let left, let body, let right):
            return try fenced(left, try set([body], size: size, level: level), right, em)
        }
    }

    /// A sign whose middle lies on the math axis.
    private func centred(_ sign: String, _ face: FontFace, _ em: Double) throws -> Typeset {
        let box = try typesetter.run(sign, face, size: em)
        var line = Typeset(width: box.width)
        line.place(box, at: XY(0, (box.ascent - box.descent) / 2 - Self.axis * em))
        return line
    }

    private func scripts(
        _ base: MathNode, _ above: MathNode?, _ below: MathNode?, size: Double, level: Int
    ) throws -> Typeset {
        let em = size * scale(level)
        var line = try set([base], size: size, level: level)
        let small = size * scale(level + 1)
        let superscript = try above.map { try set([$0], size: size, level: level + 1) }
        let subscripted = try below.map { try set([$0], size: size, level: level + 1) }
        var up = max(line.ascent - 0.386 * small, (level == 0 ? 0.413 : 0.363) * em)
        var down = max(line.descent - 0.05 * small + 0.05 * em, 0.15 * em)
        if let superscript { up = max(up, superscript.descent + 0.25 * Self.xHeight * em) }
        if let subscripted { down = max(down, subscripted.ascent - 0.8 * Self.xHeight * em) }
        if let superscript, let subscripted {
            let gap = (up - superscript.descent) - (subscripted.ascent - down)
            let wanted = 4 * Self.barThickness * em
            if gap < wanted { down += wanted - gap }
        }
        let start = line.width + 0.03 * em
        // A slanted letter leans into its superscript.
        let lean = isSlanted(base) ? 0.05 * em : 0
        if let superscript { line.place(superscript, at: XY(start + lean, -up)) }
        if let subscripted { line.place(subscripted, at: XY(start - 0.02 * em, down)) }
        line.width = start + max((superscript?.width ?? 0) + lean, (subscripted?.width ?? 0)) + 0.05 * em
        return line
    }

    private func isSlanted(_ node: MathNode) -> Bool {
        switch node {
        case .symbol(_, let face, _): face == .math || face == .mathBold
        case .row(let nodes): nodes.last.map(isSlanted) ?? false
        default: false
        }
    }

    /// A fraction, or without a bar the inside of a binomial coefficient.
    private func stacked(_ top: MathNode, _ bottom: MathNode, bar: Double, size: Double, level: Int) throws -> Typeset {
        let em = size * scale(level)
        let upper = try set([top], size: size, level: level + 1)
        let lower = try set([bottom], size: size, level: level + 1)
        let width = max(upper.width, lower.width) + 0.12 * em
        let gap = 0.11 * em
        let axis = Self.axis * em
        var line = Typeset(width: width + 0.24 * em)
        line.place(upper, at: XY((line.width - upper.width) / 2, -(axis + bar / 2 + gap + upper.descent)))
        line.place(lower, at: XY((line.width - lower.width) / 2, -(axis - bar / 2 - gap - lower.ascent)))
        if bar > 0 { line.items.append(.bar(Rect(x: 0.12 * em, y: -axis - bar / 2, width: width, height: bar))) }
        return line
    }

    /// `body` between delimiters that are as tall as it.
    private func fenced(_ left: String, _ body: Typeset, _ right: String, _ em: Double) throws -> Typeset {
        let reach = max(body.ascent - Self.axis * em, body.descent + Self.axis * em) / em
        let face: FontFace =
            reach <= 0.52 ? .main : reach <= 0.7 ? .size1 : reach <= 0.95 ? .size2 : reach <= 1.3 ? .size3 : .size4
        var line = Typeset()
        if !left.isEmpty { line.append(try centred(left, face, em)) }
        line.append(body)
        if !right.isEmpty { line.append(try centred(right, face, em)) }
        return line
    }

    private func root(_ body: MathNode, _ degree: MathNode?, size: Double, level: Int) throws -> Typeset {
        let em = size * scale(level)
        let inside = try set([body], size: size, level: level)
        let bar = Self.barThickness * em
        let gap = 0.1 * em
        let needed = (inside.ascent + inside.descent + gap + bar) / em
        let face: FontFace =
            needed <= 1 ? .main : needed <= 1.2 ? .size1 : needed <= 1.8 ? .size2 : needed <= 2.4 ? .size3 : .size4
        let sign = try typesetter.run("√", face, size: em)
        // The sign hangs from the bar; what it has more than it needs lies half above and half below.
        let slack = max(0, sign.height - needed * em)
        let top = inside.ascent + gap + slack / 2 + bar
        var line = Typeset()
        if let degree {
            let small = try set([degree], size: size, level: 2)
            line.place(small, at: XY(0.05 * em, -0.6 * top))
            line.width = max(0, small.width - 0.35 * em)
        }
        let start = line.width
        line.place(sign, at: XY(start, sign.ascent - top))
        line.place(inside, at: XY(start + sign.width, 0))
        line.items.append(
            .bar(Rect(x: start + sign.width - 0.02 * em, y: -top, width: inside.width + 0.06 * em, height: bar)))
        line.width = start + sign.width + inside.width + 0.05 * em
        line.ascent = max(line.ascent, top)
        return line
    }

    private func accented(_ accent: String, _ base: MathNode, size: Double, level: Int) throws -> Typeset {
        let em = size * scale(level)
        var line = try set([base], size: size, level: level)
        let width = line.width
        let mark = try typesetter.run(accent, isBold(base) ? .mainBold : .main, size: em)
        let rise = max(0, line.ascent - Self.xHeight * em)
        // The accent of a slanted letter stands over the letter's top, right of its middle.
        let skew = isSlanted(base) ? 0.05 * em : 0
        // A combining sign has no width and its ink lies left of the pen.
        let x = accent == "⃗" ? (width + 0.45 * em) / 2 + skew : (width - mark.width) / 2 + skew
        line.place(mark, at: XY(x, -rise))
        line.width = width
        return line
    }

    private func isBold(_ node: MathNode) -> Bool {
        if case .symbol(_, let face, _) = node { return face == .mathBold || face == .mainBold }
        return false
    }
}
