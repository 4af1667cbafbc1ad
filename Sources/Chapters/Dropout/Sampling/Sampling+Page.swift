import Foundation
import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Sampling: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let twenty = results.place(of: 20)
        PageFigure("sampling", Self.dense(results))
        PageFigure("convolutions", Self.convolutions(results))
        Value("sampled-networks", results.maxout.count)
        Value("most-samples", results.samples[results.samples.count - 1])
        Value("maxout-one", Estimate(of: results.maxout.map { $0.geometric[0] - $0.scaled }))
        Value("maxout-most", Estimate(of: results.maxout.map(\.lastGeometric)))
        Value("tanh-most", Estimate(of: results.tanh.map(\.lastGeometric)))
        Value("maxout-most-arithmetic", Estimate(of: results.maxout.map(\.lastArithmetic)))
        Value("tanh-most-arithmetic", Estimate(of: results.tanh.map(\.lastArithmetic)))
        Value("convolution-replicates", results.everywhere.count)
        Value("everywhere-scaled", Estimate(of: results.everywhere.map(\.scaled)))
        Value("everywhere-gain", Estimate(of: results.everywhere.map { $0.scaled - $0.arithmetic[twenty] }))
        Value("top-scaled", Estimate(of: results.topOnly.map(\.scaled)))
        Value("top-gain", Estimate(of: results.topOnly.map { $0.scaled - $0.arithmetic[twenty] }))
        Self.denseClaim(results)
        Self.convolutionClaim(results)
    }

    private static func dense(_ sampling: Results) -> Figure {
        Figure(width: 420, height: 190, title: "Error against the number of sampled sub-networks") {
            Row {
                samples("maxout", sampling.samples, sampling.maxout)
                samples("tanh", sampling.samples, sampling.tanh)
            }
        }
    }

    private static func convolutions(_ sampling: Results) -> Figure {
        let samples = Array(sampling.samples.prefix(sampling.everywhere[0].arithmetic.count))
        return Figure(width: 420, height: 190, title: "Error of convolutional networks against the number of samples") {
            Row {
                self.samples("dropout after every layer", samples, sampling.everywhere)
                self.samples("before the last layer", samples, sampling.topOnly)
            }
        }
    }

    private static func samples(
        _ title: String, _ samples: [Int], _ networks: [Sampled]
    ) -> Panel {
        let reach = 1...Double(samples.last ?? 2)
        return Panel(
            title, x: Axis("sub-networks", in: reach, scale: .log), y: Axis("misclassified share"), legend: .top
        ) {
            Line(x: samples, y: mean(networks.map(\.geometric))).role(.series(2)).label("geometric")
            Line(x: samples, y: mean(networks.map(\.arithmetic))).role(.series(3)).label("arithmetic")
            Line(x: [reach.lowerBound, reach.upperBound], y: [networks, networks].map { $0.map(\.scaled).mean })
                .role(.series(1)).dash(.solid).label("weight scaling")
        }
    }

    private static func mean(_ curves: [[Double]]) -> [Double] {
        (curves.first ?? []).indices.map { place in curves.map { $0[place] }.mean }
    }

    private static func denseClaim(_ sampling: Results) -> Claim {
        Claim(
            "11-8X",
            "Weight scaling can give better answers than averages over up to 1000 sampled sub-networks.",
            method: """
                Maxout and tanh networks trained with dropout: the misclassified share of test images under the renormalized geometric \
                mean and under the arithmetic mean of the most sub-networks, minus that under weight scaling.
                """,
            expecting: .inconclusive
        ) {
            for (name, networks) in [("maxout", sampling.maxout), ("tanh", sampling.tanh)] {
                Check.positive("\(name), geometric mean", differences: networks.map(\.lastGeometric))
                Check.positive("\(name), arithmetic mean", differences: networks.map(\.lastArithmetic))
            }
        }
    }

    private static func convolutionClaim(_ sampling: Results) -> Claim {
        let place = sampling.place(of: 20)
        return Claim(
            "11-9X", "Some models classify better with twenty samples than with weight scaling.",
            method: """
                Convolutional networks with dropout after every layer: the misclassified share under weight scaling minus that under the \
                arithmetic mean of 20 sub-networks. As a control dropout before the last layer only.
                """,
            expecting: Expectation(.inconclusive, except: [.paper: .holds])
        ) {
            Check.positive(
                "dropout after every layer",
                differences: sampling.everywhere.map { $0.scaled - $0.arithmetic[place] })
            Check.error(
                "dropout before the last layer, mean difference",
                sampling.topOnly.map { $0.scaled - $0.arithmetic[place] }.mean, atMost: 0.02)
        }
    }
}

extension Sampling.Results {
    /// Where `count` stands among the numbers of samples.
    func place(of count: Int) -> Int {
        samples.map { Double(abs($0 - count)) }.placeOfLowest
    }
}

extension Sampled {
    /// How many more are misclassified under the means of the most sub-networks than under weight scaling.
    fileprivate var lastGeometric: Double { (geometric.last ?? .nan) - scaled }
    fileprivate var lastArithmetic: Double { (arithmetic.last ?? .nan) - scaled }
}

extension Sampling {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-8X") { $0.maxout = $0.maxout.map { $0.scaled(1) } },
        Mutant("11-9X") { $0.everywhere = $0.everywhere.map { $0.scaled(0) } },
        Mutant("11-9X") { $0.topOnly = $0.topOnly.map { $0.scaled(1) } },
    ]
}

extension Sampled {
    /// The same network with another share under weight scaling.
    fileprivate func scaled(_ share: Double) -> Sampled {
        var copy = self
        copy.scaled = share
        return copy
    }
}
