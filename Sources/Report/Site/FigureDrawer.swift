import Foundation
import Plots

/// Turns a figure into its files. What draws is a value, so that pages can be tested without drawing.
public struct FigureDrawer: Sendable {
    /// What becomes of one figure.
    public struct Files: Sendable {
        public let svg: String
        public let pdf: Data
        public let png: Data
        public let csv: String
        public let altText: String
        /// In points.
        public let width: Double
        public let height: Double
        /// The figure for a phone; nil where it is no other, or can't be drawn that narrow.
        public let narrowSVG: String?

        public init(
            svg: String, pdf: Data, png: Data, csv: String, altText: String, width: Double, height: Double,
            narrowSVG: String? = nil
        ) {
            self.svg = svg
            self.narrowSVG = narrowSVG
            self.pdf = pdf
            self.png = png
            self.csv = csv
            self.altText = altText
            self.width = width
            self.height = height
        }
    }

    /// The files of a figure; the id tells the parts of its SVG from those of every other in a page, the note stands in
    /// those files that have room for one.
    public let draw: @Sendable (Figure, _ id: String, _ note: String) throws -> Files

    public init(draw: @escaping @Sendable (Figure, _ id: String, _ note: String) throws -> Files) {
        self.draw = draw
    }
}

extension FigureDrawer.Files {
    /// The form in which they are kept: texts as UTF-8, which a property list would turn into UTF-16 and back.
    private struct Stored: Codable {
        let svg, csv, altText, pdf, png: Data
        let narrowSVG: Data?
        let width, height: Double
    }

    /// Reads what `stored` wrote.
    init(stored: Data) throws {
        let stored = try PropertyListDecoder().decode(Stored.self, from: stored)
        self.init(
            svg: String(decoding: stored.svg, as: UTF8.self), pdf: stored.pdf, png: stored.png,
            csv: String(decoding: stored.csv, as: UTF8.self), altText: String(decoding: stored.altText, as: UTF8.self),
            width: stored.width, height: stored.height,
            narrowSVG: stored.narrowSVG.map { String(decoding: $0, as: UTF8.self) })
    }

    var stored: Data {
        get throws {
            let encoder = PropertyListEncoder()
            encoder.outputFormat = .binary
            return try encoder.encode(
                Stored(
                    svg: Data(svg.utf8), csv: Data(csv.utf8), altText: Data(altText.utf8), pdf: pdf, png: png,
                    narrowSVG: narrowSVG.map { Data($0.utf8) }, width: width, height: height))
        }
    }
}
