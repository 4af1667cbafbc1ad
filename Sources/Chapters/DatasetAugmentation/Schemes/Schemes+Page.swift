import Notebook
import Plots

extension Schemes: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (none, moved, all) = (
            results.place(of: .none), results.place(of: .translation), results.place(of: .combined)
        )
        let pairs = zip(results.connected, results.convolutional)
        PageFigure("schemes", Self.gains(results))
        PageFigure("comparison", Self.comparison(results))
        Value("scheme-replicates", results.connected.count)
        Value("connected-plain", Estimate(of: results.connected.map { $0[none] }))
        Value("convolutional-plain", Estimate(of: results.convolutional.map { $0[none] }))
        Value("connected-gain", Estimate(of: results.connected.map { $0[none] - $0[moved] }))
        Value("convolutional-gain", Estimate(of: results.convolutional.map { $0[none] - $0[moved] }))
        Value("matched-none", Estimate(of: pairs.map { $0[none] - $1[none] }))
        Value("matched-all", Estimate(of: pairs.map { $0[all] - $1[all] }))
        Value("mismatched", Estimate(of: pairs.map { $1[none] - $0[all] }))
        Self.claims(results, parameters)
    }

    private static func gains(_ schemes: Results) -> Figure {
        Figure(width: 420, height: 200, title: "Gains by augmentation, for two networks") {
            Panel(x: Axis(""), y: Axis("fall of the test error"), legend: .top) {
                bars(schemes, schemes.connected).group(0, of: 2).role(.series(0)).label("connected")
                bars(schemes, schemes.convolutional).group(1, of: 2).role(.series(1)).label("convolutional")
            }
        }
    }

    /// Mean falls of the test error under every scheme, with 99 % intervals.
    private static func bars(_ schemes: Results, _ errors: [[Double]]) -> Bars {
        let places = schemes.schemes.indices.filter { schemes.schemes[$0] != .none }
        let gains = places.map { place in Estimate(of: errors.map { $0[0] - $0[place] }) }
        return Bars(
            places.map { schemes.schemes[$0].rawValue }, y: gains.map(\.mean), errors: gains.map(\.halfWidth))
    }

    private static func comparison(_ schemes: Results) -> Figure {
        let shown: [Scheme] = [.none, .translation, .combined]
        let bars = { (errors: [[Double]]) in
            let estimates = shown.map { scheme in
                Estimate(of: errors.map { $0[schemes.place(of: scheme)] })
            }
            return Bars(
                ["no copies", "translations", "all together"], y: estimates.map(\.mean),
                errors: estimates.map(\.halfWidth))
        }
        return Figure(width: 420, height: 190, title: "Two algorithms under three augmentations") {
            Panel(x: Axis(""), y: Axis("test error"), legend: .top) {
                bars(schemes.connected).group(0, of: 2).role(.series(0)).label("connected")
                bars(schemes.convolutional).group(1, of: 2).role(.series(1)).label("convolutional")
            }
        }
    }

    @PageBuilder
    private static func claims(_ schemes: Results, _ parameters: Parameters) -> [PageElement] {
        let (none, copies) = (schemes.place(of: .none), schemes.place(of: .combined))
        let pairs = zip(schemes.connected, schemes.convolutional)
        Claim(
            "5-2X",
            "Translating, rotating and scaling the training images improve generalization; translating does so even if convolution and pooling already provide some invariance.",
            method: """
                Two networks on \(parameters.examples) images and \(parameters.copies) changed copies of \
                each: test error without the copies minus with them, on the same images.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            for scheme in [Scheme.translation, .rotation, .scaling] {
                let place = schemes.place(of: scheme)
                Check.positive(
                    "\(scheme.rawValue): gain of the fully connected network",
                    differences: schemes.connected.map { $0[0] - $0[place] })
            }
            Check.positive(
                "translation: gain of the convolutional network",
                differences: schemes.convolutional.map { $0[0] - $0[schemes.place(of: .translation)] })
        }
        Claim(
            "5-9X", "Two algorithms must be compared under the same augmentation: otherwise the wrong one may win.",
            method: """
                The connected against the convolutional network, each without copies and with copies that are \
                moved, turned, scaled and bent: test errors on the same images, matched and mismatched.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            Check.positive(
                "mismatched: convolutional without copies minus connected with them",
                differences: pairs.map { $1[none] - $0[copies] })
            Check.positive(
                "both without copies: connected minus convolutional",
                differences: pairs.map { $0[none] - $1[none] })
            Check.positive(
                "both with copies: connected minus convolutional",
                differences: pairs.map { $0[copies] - $1[copies] })
        }
    }
}

extension Schemes {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-2X") { $0.connected = $0.connected.map { $0.map { -$0 } } },
        Mutant("5-2X") { $0.convolutional = $0.convolutional.map { $0.map { -$0 } } },
        Mutant("5-2X") { $0.connected.updateEach { $0[1] = $0[0] } },
        Mutant("5-9X") { swap(&$0.connected, &$0.convolutional) },
        Mutant("5-9X") { $0.connected.updateEach { $0[5] = $0[0] } },
    ]
}
