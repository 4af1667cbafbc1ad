import Foundation

/// Rewrites the SVG that Cairo wrote: role colours become style sheet variables, ids are numbered anew and start with
/// the figure's, paths get short, letters are set, pictures keep sharp pixels, and a title and a description are added.
///
/// Each letter's outline stands in the file once, whatever the sizes and directions of the texts it is used in.
///
/// Cairo numbers its parts from a counter of the whole process: without this, bytes would depend on what was drawn
/// before, and two figures on one page would corrupt each other.
struct SVGTidy {
    private let id: SVGIdentifier
    private let drawing: Drawing
    private let colours: StandInColours
    private var body = ""
    private var definitions = ""
    private var ids: [String: String] = [:]
    private var nameCount = 0
    private var letters: [FontFace: [UInt: String]] = [:]
    private var images: [String: (tag: SVGTag, transform: String)] = [:]
    private var pictures: [String: SVGTag] = [:]
    private var fills: Set<Int> = []
    private var strokes: Set<Int> = []

    private let themes: (light: Theme, dark: Theme)
    /// Whether a file that stands alone has a ground of paper.
    private let hasGround: Bool

    init(
        id: String, drawing: Drawing, colours: StandInColours, themes: (light: Theme, dark: Theme), hasGround: Bool
    ) {
        self.themes = themes
        self.hasGround = hasGround
        self.id = SVGIdentifier(id)
        self.drawing = drawing
        self.colours = colours
    }

    /// - Throws: `PlotError.missingLetter`, `.missingFont`, or `.cairo` when memory runs out.
    func tidied(_ bytes: [UInt8]) throws -> String {
        var copy = self
        try copy.read(bytes)
        return copy.document
    }

    private var document: String {
        let (width, height) = (Self.short(drawing.width), Self.short(drawing.height))
        var text =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id.figure)\" width=\"\(width)pt\" height=\"\(height)pt\""
        text += " viewBox=\"0 0 \(width) \(height)\""
        let (title, description) = (id.part("title"), id.part("desc"))
        text += " role=\"img\" aria-labelledby=\"\(title) \(description)\">\n"
        text += "<title id=\"\(title)\">\(Self.escaped(drawing.title))</title>\n"
        text += "<desc id=\"\(description)\">\(Self.escaped(drawing.altText))</desc>\n"
        text += "<style>\(styleSheet)</style>\n"
        if !definitions.isEmpty { text += "<defs>\n\(definitions)</defs>\n" }
        return text + body + "</svg>\n"
    }

    /// A class for each colour. A reader that knows no variables takes the first declaration of each.
    private var styleSheet: String {
        var rules = ""
        var dark = ""
        for (place, source) in colours.sources.enumerated() where fills.contains(place) || strokes.contains(place) {
            let light = Paint(source).colour(in: themes.light).hexadecimal
            var values = [light]
            if case .role(let role) = source {
                values.append("var(--plot-\(role.name),\(light))")
                dark += "--plot-\(role.name):\(themes.dark.colour(of: role).hexadecimal);"
            }
            for (property, used) in [("fill", fills), ("stroke", strokes)] where used.contains(place) {
                let declarations = values.map { "\(property):\($0)" }.joined(separator: ";")
                rules += "#\(id.figure) .\(property.prefix(1))\(place){\(declarations)}"
            }
        }
        // Only a file that stands alone has an svg element as its root; in a page the page decides. Alone it has a ground
        // of its own: a picture in a page doesn't see whether that is light or dark.
        if hasGround {
            rules += "svg:root{background:\(themes.light.colour(of: .paper).hexadecimal)}"
            dark += "background:\(themes.dark.colour(of: .paper).hexadecimal)"
        }
        return dark.isEmpty ? rules : rules + "@media(prefers-color-scheme:dark){svg:root{\(dark)}}"
    }

    private mutating func read(_ bytes: [UInt8]) throws {
        var index = bytes.startIndex
        var pattern: String?
        var patternTransforms: [String: String] = [:]
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
        {
            let tag = SVGTag(bytes[(open + 1)..<close])
            index = close + 1
            switch (tag.name, tag.kind) {
            case ("image", _): if let name = tag["id"] { pictures[name] = tag }
            case ("pattern", .opening):
                pattern = tag["id"]
                if let name = pattern { patternTransforms[name] = tag["patternTransform"] ?? "" }
            case ("pattern", .closing): pattern = nil
            case ("use", _):
                let target = String((tag["xlink:href"] ?? "").dropFirst())
                guard let picture = pictures[target] else { break }
                if let name = pattern {
                    images[name] = (picture, patternTransforms[name] ?? "")
                } else {
                    // Under a clip that cuts a picture Cairo writes it without a pattern.
                    image(picture, transform: tag["transform"] ?? "")
                }
            case ("path", _):
                if tag["style"] != nil {
                    try path(tag)
                } else {
                    definitions += "<path d=\"\(pathData(of: tag))\"/>"
                }
            // What Cairo makes of a fill that covers the whole drawing.
            case ("rect", _) where tag["style"] != nil:
                let size = ["width", "height"].map { " \($0)=\"\(Self.short(tag[$0]))\"" }.joined()
                body += "<rect\(attributes(tag))\(size)/>\n"
            case ("clipPath", .opening): definitions += "<clipPath id=\"\(name(of: tag["id"] ?? ""))\">"
            case ("clipPath", .closing): definitions += "</clipPath>\n"
            case ("g", .opening): group(tag)
            case ("g", .closing): if !groups.isEmpty { body += groups.removeLast() }
            default: break
            }
        }
    }

    /// What closes each open group: Cairo's own group around everything is left out.
    private var groups: [String] = []

    private mutating func group(_ tag: SVGTag) {
        if let clip = tag["clip-path"] {
            let target = clip.dropFirst(5).dropLast()
            body += "<g clip-path=\"url(#\(name(of: String(target))))\">\n"
            groups.append("</g>\n")
        } else if tag["style"] != nil {
            body += "<g\(attributes(tag))>"
            groups.append("</g>\n")
        } else {
            groups.append("")
        }
    }

    private mutating func image(_ tag: SVGTag, transform: String) {
        body += "<image width=\"\(tag["width"] ?? "")\" height=\"\(tag["height"] ?? "")\""
        body += " transform=\"\(transform)\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\""
        body += " href=\"\(tag["xlink:href"] ?? "")\"/>\n"
    }

    private func pathData(of tag: SVGTag) -> String { SVGPathData.shortened(tag.bytes(of: "d")) }

    private mutating func path(_ tag: SVGTag) throws {
        // Only a figure with pictures can have one here.
        let fill = images.isEmpty ? "" : tag.style.first { $0.name == "fill" }?.value ?? ""
        if fill.hasPrefix("url(#"), let image = images[String(fill.dropFirst(5).dropLast())] {
            self.image(image.tag, transform: image.transform)
            // Cairo makes one path of an image and a frame around it.
            guard tag.style.contains(where: { $0.name == "stroke" && $0.value != "none" }) else { return }
        }
        if known[tag.bytes(of: "style")] == nil, let fill = tag.style.first(where: { $0.name == "fill" })?.value {
            if let run = colours.text(ofPercentages: fill) { return try text(run) }
            if let found = colours.mask(ofPercentages: fill) { return try mask(found.mask, found.rect, found.paint) }
            if let group = colours.group(ofPercentages: fill) {
                body += group.map(Self.tag) ?? "</g>\n"
                return
            }
        }
        let data = pathData(of: tag)
        guard !data.isEmpty else { return }
        let transform = tag["transform"].map { " transform=\"\($0)\"" } ?? ""
        body += "<path\(attributes(tag))\(transform) d=\"\(data)\"/>\n"
    }

    /// Paints a rectangle through a grey picture.
    private mutating func mask(_ mask: CoverageMask, _ rect: Rect, _ paint: Paint) throws {
        let place = colours.place(of: paint)
        fills.insert(place)
        let name = newName()
        let size = " width=\"\(Self.short(rect.width))\" height=\"\(Self.short(rect.height))\""
        let box = " x=\"\(Self.short(rect.x))\" y=\"\(Self.short(rect.y))\"" + size
        let picture = Data(try mask.png()).base64EncodedString()
        definitions += "<mask id=\"\(name)\" maskUnits=\"userSpaceOnUse\"\(box)>"
        definitions += "<image\(box) preserveAspectRatio=\"none\""
        definitions += " href=\"data:image/png;base64,\(picture)\"/></mask>\n"
        let opacity = paint.opacity == 1 ? "" : " fill-opacity=\"\(Self.short(paint.opacity))\""
        body += "<rect class=\"f\(place)\"\(opacity) mask=\"url(#\(name))\"\(box)/>\n"
    }

    /// Sets the letters of a text, in thousandths of its size.
    private mutating func text(_ run: TextRun) throws {
        let place = colours.place(of: run.paint)
        fills.insert(place)
        let opacity = run.paint.opacity == 1 ? "" : " fill-opacity=\"\(Self.short(run.paint.opacity))\""
        let turn = run.rotation == 0 ? "" : "rotate(\(Self.short(-run.rotation)))"
        body += "<g class=\"f\(place)\"\(opacity) transform=\"translate(\(Self.short(run.origin.x))"
        body += " \(Self.short(run.origin.y)))\(turn)scale(\((run.size * 1e4).rounded() / 1e7))\">"
        var x = 0.0
        for glyph in try CairoFonts.shared.glyphs(of: run.string, face: run.face) {
            if let letter = try name(of: glyph) {
                let place = XY(x + glyph.offset.x * 1000, -glyph.offset.y * 1000)
                let (left, down) = (Int(place.x.rounded()), Int(place.y.rounded()))
                body += "<use href=\"#\(letter)\"\(left == 0 ? "" : " x=\"\(left)\"")"
                body += "\(down == 0 ? "" : " y=\"\(down)\"")/>"
            }
            x += glyph.advance * 1000
        }
        body += "</g>\n"
    }

    /// The id of a letter's outline; none for a space.
    private mutating func name(of glyph: CairoFonts.Glyph) throws -> String? {
        if let known = letters[glyph.face]?[glyph.index] { return known }
        let outline = try CairoFonts.shared.outline(of: glyph)
        guard !outline.isEmpty else { return nil }
        let name = newName()
        letters[glyph.face, default: [:]][glyph.index] = name
        definitions += "<path id=\"\(name)\" d=\"\(SVGPathData.rounded(outline))\"/>\n"
        return name
    }

    /// Cairo's few styles and the attributes they became.
    private var known: [ArraySlice<UInt8>: String] = [:]

    /// The style of a tag as attributes, without what is the default anyway.
    private mutating func attributes(_ tag: SVGTag) -> String {
        let style = tag.bytes(of: "style")
        if let attributes = known[style] { return attributes }
        var classes: [String] = []
        var text = ""
        for (name, value) in tag.style {
            switch (name, value) {
            case ("fill", _) where value == "none" || value.hasPrefix("url("): text += " fill=\"none\""
            case ("stroke", "none"), ("fill-opacity", "1"), ("stroke-opacity", "1"), ("stroke-linecap", "butt"),
                ("stroke-linejoin", "miter"), ("stroke-miterlimit", _), ("fill-rule", "nonzero"):
                break
            case ("fill", _), ("stroke", _):
                guard let place = colours.place(ofPercentages: value) else { break }
                if name == "fill" { fills.insert(place) } else { strokes.insert(place) }
                classes.append("\(name.prefix(1))\(place)")
            case ("stroke-dasharray", _):
                text +=
                    " stroke-dasharray=\"\(value.split(separator: ",").map { Self.short(String($0)) }.joined(separator: " "))\""
            default: text += " \(name)=\"\(Self.short(String(value)))\""
            }
        }
        let attributes = (classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\"") + text
        known[style] = attributes
        return attributes
    }

    private mutating func name(of cairoName: String) -> String {
        if let known = ids[cairoName] { return known }
        let name = newName()
        ids[cairoName] = name
        return name
    }

    private mutating func newName() -> String {
        nameCount += 1
        return id.part(nameCount - 1)
    }

    /// A number without needless digits; anything else as it is.
    private static func short(_ text: String?) -> String {
        guard var text else { return "0" }
        return text.withUTF8 { bytes in
            var place = 0
            let number = SVGNumber(bytes, at: &place)
            return place == bytes.count && place > 0 ? number.text : nil
        } ?? text
    }

    private static func short(_ value: Double) -> String { SVGNumber(value).text }

    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            // XML has no place for control characters, not even escaped.
            case _ where scalar.value < 32 || scalar.value & 0xFFFE == 0xFFFE: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
