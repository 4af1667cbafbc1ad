import Foundation
import Plots

/// Turns a figure into its files. What draws is a value, so that pages can be tested without drawing.
public struct FigureDrawer: Sendable {
    /// What becomes of one figure.
    public struct Files: Sendable, Codable {
        public let svg: String
        public let pdf: Data
        public let png: Data
        public let csv: String
        public let altText: String
        /// In points.
        public let width: Double
        public let height: Double

        public init(
            svg: String, pdf: Data, png: Data, csv: String, altText: String, width: Double, height: Double
        ) {
            self.svg = svg
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
