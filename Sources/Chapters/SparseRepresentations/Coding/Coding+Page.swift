import Foundation
import Notebook
import Plots

extension Coding: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (picture, last) = (results.picture, parameters.penalties.count - 1)
        PageFigure("code", try Self.code(picture))
        PageFigure(
            "dictionaries", over: "penalty $\\alpha$",
            frames: zip(parameters.penalties, picture.dictionaries).map(Self.dictionary),
            initial: parameters.penalties.count / 2)
        PageFigure("coding-sweep", Self.sweep(results, parameters.penalties))
        PageFigure("code-entries", Self.entries(picture))
        Value("data-name", results.dataName)
        Value("weakest-penalty", parameters.penalties[0])
        Value("middle-penalty", parameters.penalties[parameters.penalties.count / 2])
        Value("strongest-penalty", parameters.penalties[last])
        Value("weakest-zeros", Estimate(of: results.zeros.map { $0[0] }))
        Value("strongest-zeros", Estimate(of: results.zeros.map { $0[last] }))
        Value("weakest-residual", Estimate(of: results.residuals.map { $0[0] }))
        Value("strongest-residual", Estimate(of: results.residuals.map { $0[last] }))
        Value("parts", picture.parts.count)
        Value("pursuit-codes", results.codes)
        Value("absolute-sparsity", Estimate(of: results.absoluteSparsity))
        Value("student-sparsity", Estimate(of: results.studentSparsity))
        Value("squared-sparsity", Estimate(of: results.squaredSparsity))
        Value("student-zeros", Estimate(of: results.studentZeros))
    }

    private static func code(_ picture: CodingPicture) throws -> Figure {
        let parts = try picture.parts.map { try $0.atom() }
        let labels = picture.weights.map { $0.formatted(.number.precision(.fractionLength(2))) }
        return try Figure(width: 420, height: 44, title: "An image as a sum of few atoms") {
            ImageGrid(
                [try picture.image.ink(), try picture.reconstruction.ink()] + parts, columns: parts.count + 2,
                labels: ["$\\mathbf x$", "$\\mathbf D\\mathbf h$"] + labels, spacing: 6)
        }
    }

    private static func dictionary(of penalty: Double, _ atoms: [Picture]) -> PageFigure.Frame {
        PageFigure.Frame(
            label: "\(penalty)",
            figure: try Figure(width: 420, height: 68, title: "The most used atoms of a dictionary") {
                ImageGrid(try atoms.map { try $0.atom() }, columns: 12, spacing: 5)
            })
    }

    private static func sweep(_ coding: Results, _ alphas: [Double]) -> Figure {
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

    private static func entries(_ picture: CodingPicture) -> Figure {
        let middles = zip(picture.bins, picture.bins.dropFirst()).map { ($0 + $1) / 2 }
        return Figure(width: 420, height: 180, title: "Entries of codes under three penalties") {
            Panel(
                x: Axis("entry of the code $h$"), y: Axis("share of entries", scale: .log), legend: .top
            ) {
                Line(x: middles, y: picture.shares[0]).role(.penalty).label("$L^1$")
                Line(x: middles, y: picture.shares[1]).role(.series(2)).dash(.dashDotted).label("Student-$t$")
                Line(x: middles, y: picture.shares[2]).role(.series(3)).dash(.solid).label("squared")
            }
        }
    }
}
