import Notebook
import Plots

extension SparseRepresentationsSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        let picture = results.coding.picture
        PageFigure("displays", displays())
        PageFigure("code", try code(picture))
        PageFigure(
            "dictionaries", over: "penalty $\\alpha$",
            frames: zip(results.parameters.penalties, picture.dictionaries).map(dictionary),
            initial: results.parameters.penalties.count / 2)
        PageFigure("coding-sweep", codingSweep(results))
        PageFigure("penalties", penalties())
        PageFigure("code-entries", codeEntries(picture))
        PageFigure("autoencoder-sweep", autoencoderSweep(results))
        PageFigure("activations", try activations(results.autoencoders))
        PageFigure("weights-against-units", try weightsAgainstUnits(results.autoencoders))
    }

    private static func code(_ picture: CodingPicture) throws -> Figure {
        let parts = try picture.parts.map { try $0.atom() }
        let labels = picture.weights.map { $0.formatted(.number.precision(.fractionLength(2))) }
        return try Figure(width: 420, height: 76, title: "An image as a sum of few atoms") {
            ImageGrid(
                [try picture.image.ink(), try picture.reconstruction.ink()] + parts, columns: parts.count + 2,
                labels: ["$\\mathbf x$", "$\\mathbf D\\mathbf h$"] + labels, spacing: 6)
        }
    }

    private static func dictionary(of penalty: Double, _ atoms: [Picture]) -> PageFigure.Frame {
        PageFigure.Frame(
            label: "\(penalty)",
            figure: try Figure(width: 420, height: 118, title: "The most used atoms of a dictionary") {
                ImageGrid(try atoms.map { try $0.atom() }, columns: 12, spacing: 5)
            })
    }

    private static func codingSweep(_ results: Results) -> Figure {
        let (coding, alphas) = (results.coding, results.parameters.penalties)
        let axis = Axis("penalty $\\alpha$", scale: .log)
        return Figure(width: 420, height: 170, title: "Sparse coding against the penalty") {
            Row(spacing: 24) {
                Panel(x: axis, y: Axis("entries that are zero", in: 0...1), legend: .none) {
                    Band(x: alphas, replicates: coding.zeros, .range).role(.series(0))
                }
                Panel(x: axis, y: Axis("energy left over", including: [0]), legend: .none) {
                    Band(x: alphas, replicates: coding.residuals, .range).role(.loss)
                }
            }
        }
    }

    private static func autoencoderSweep(_ results: Results) -> Figure {
        let (networks, alphas) = (results.autoencoders.rectifiers, results.parameters.activityPenalties)
        let axis = Axis("penalty $\\alpha$")
        return Figure(width: 420, height: 170, title: "Rectifiers of an autoencoder against the penalty") {
            Row(spacing: 24) {
                Panel(x: axis, y: Axis("quiet units", in: 0...1), legend: .none) {
                    Band(x: alphas, replicates: networks.map(\.quiet).transposedRows, .range).role(.series(0))
                }
                Panel(x: axis, y: Axis("variance left over", including: [0]), legend: .none) {
                    Band(x: alphas, replicates: networks.map(\.residuals).transposedRows, .range).role(.loss)
                }
            }
        }
    }
}

extension [[Double]] {
    /// Columns as rows.
    var transposedRows: [[Double]] { (first ?? []).indices.map { place in map { $0[place] } } }
}

extension Picture {
    func ink() throws -> PixelImage { try PixelImage(ink: values, columns: columns) }

    /// Red where it adds ink and blue where it takes some away.
    func atom() throws -> PixelImage {
        try PixelImage(values: values, columns: columns, range: -1...1, map: .diverging)
    }
}
