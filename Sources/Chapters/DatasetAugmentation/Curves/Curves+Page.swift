import Foundation
import Notebook
import Plots
import Statistics

extension Curves: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let last = results.sizes.count - 1
        PageFigure("learning-curves", Self.figure(results))
        Value("side", parameters.training.side)
        Value("fewest", results.sizes[0])
        Value("most", results.sizes[last])
        Value("curve-replicates", results.plain.count)
        Value("error-fewest", Estimate(of: results.plain.map { $0[0] }))
        Value("error-most", Estimate(of: results.plain.map { $0[last] }))
        Value("slope", results.slope)
        Value("translated-fewest", Estimate(of: results.errors(.translation).map { $0[0] }))
        Value("noise-cost", Estimate(of: zip(results.errors(.noise), results.plain).map { $0[last] - $1[last] }))
        Claim(
            "5-1X", "The best way to generalize better is to train on more data.",
            method:
                "Networks with one hidden layer on \(Self.listed(results.sizes)) images of \(results.dataName), each set the beginning of the next, all trained for the same number of steps.",
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            for step in 1..<results.sizes.count {
                Check.positive(
                    "fall of the test error from \(results.sizes[step - 1]) to \(results.sizes[step]) images",
                    differences: results.plain.map { $0[step - 1] - $0[step] })
            }
        }
    }

    private static func listed(_ sizes: [Int]) -> String {
        sizes.dropLast().map(String.init).joined(separator: ", ") + " and \(sizes.last ?? 0)"
    }

    private static func figure(_ curves: Results) -> Figure {
        Figure(width: 420, height: 230, title: "Test error against the number of training images") {
            Panel(
                x: Axis("training images", scale: .log), y: Axis("test error", scale: .log), legend: .top
            ) {
                for (place, scheme) in curves.schemes.enumerated() {
                    Band(x: curves.sizes, replicates: curves.errors[place]).role(.series(place))
                        .marker(Role.series(place).marker).label(scheme == .none ? "none" : scheme.rawValue)
                }
            }
        }
    }
}

extension Curves.Results {
    /// The slope of the logarithm of the mean error without copies in that of the size.
    var slope: Double {
        let logs = sizes.indices.map { place in
            (size: log(Double(sizes[place])), error: log(plain.map { $0[place] }.mean))
        }
        let (x, y) = (logs.map(\.size).mean, logs.map(\.error).mean)
        return logs.reduce(0) { $0 + ($1.size - x) * ($1.error - y) }
            / logs.reduce(0) { $0 + ($1.size - x) * ($1.size - x) }
    }
}

extension Curves {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-1X") { $0.errors[0] = $0.errors[0].map { $0.reversed() } },
        Mutant("5-1X") { $0.errors[0].updateEach { $0[2] = $0[1] } },
    ]
}
