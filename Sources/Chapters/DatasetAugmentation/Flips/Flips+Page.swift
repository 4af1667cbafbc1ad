import Digits
import Notebook
import Plots

extension Flips: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let all = Array(0..<10)
        PageFigure("flip-errors", Self.figure(results))
        Value("broken-plain", Estimate(of: results.plain.map { $0.error(of: [6, 9]) }))
        Value("broken-turned", Estimate(of: results.turned.map { $0.error(of: [6, 9]) }))
        Value("control-plain", Estimate(of: results.plain.map { $0.error(of: [0, 1, 8]) }))
        Value("control-turned", Estimate(of: results.turned.map { $0.error(of: [0, 1, 8]) }))
        Value("overall-plain", Estimate(of: results.plain.map { $0.error(of: all) }))
        Value("overall-turned", Estimate(of: results.turned.map { $0.error(of: all) }))
        Value("letters-plain", Estimate(of: results.plainLetters.map { $0.error(of: [0, 1, 2, 3]) }))
        Value("letters-mirrored", Estimate(of: results.mirroredLetters.map { $0.error(of: [0, 1, 2, 3]) }))
        Value("letters-control-plain", Estimate(of: results.plainLetters.map { $0.error(of: [4, 5]) }))
        Value("letters-control-mirrored", Estimate(of: results.mirroredLetters.map { $0.error(of: [4, 5]) }))
        Value(
            "mirrored-five",
            Estimate(of: zip(results.mirrored, results.plain).map { $0.error(of: [5]) - $1.error(of: [5]) }))
        Self.claim(results)
    }

    private static func figure(_ flips: Results) -> Figure {
        Figure(width: 420, height: 220, title: "Errors by class, with labels kept under flips") {
            Row {
                panel(
                    "digits", (0..<10).map { "\($0)" }, flips.plain, flips.turned, named: "half turns", .series(0))
                panel(
                    "letters", PenLetters.names, flips.plainLetters, flips.mirroredLetters, named: "mirrors", .series(1)
                )
            }
        }
    }

    /// The errors of each class without flipped copies and with them, the class that they harm most on top.
    private static func panel(
        _ title: String, _ names: [String], _ plain: [[[Double]]], _ flipped: [[[Double]]], named flip: String,
        _ role: Role
    ) -> Panel {
        func errors(_ matrices: [[[Double]]]) -> [Estimate] {
            names.indices.map { label in Estimate(of: matrices.map { 1 - $0[label][label] }) }
        }
        let (before, after) = (errors(plain), errors(flipped))
        let order = names.indices.sorted { after[$0].mean - before[$0].mean < after[$1].mean - before[$1].mean }
        let ticks = order.enumerated().map { Tick(Double($0), names[$1]) }
        return Panel(
            title, x: Axis("test error", in: 0...0.8),
            y: Axis(in: -0.6...Double(names.count) - 0.4, ticks: .labelled(ticks)), legend: .top
        ) {
            for (errors, shift, role, marker, name) in [
                (before, -0.14, Role.muted, Marker.openDot, "none"), (after, 0.14, role, .dot, flip),
            ] {
                let places = order.indices.map { Double($0) + shift }
                for (place, label) in zip(places, order) {
                    let (mean, reach) = (errors[label].mean, errors[label].halfWidth)
                    Line(x: [max(0, mean - reach), mean + reach], y: [place, place]).role(role).dash(.solid)
                        .lineWidth(0.8)
                }
                Points(x: order.map { errors[$0].mean }, y: places).role(role).marker(marker, size: 4).label(name)
            }
        }
    }

    private static func claim(_ flips: Results) -> Claim {
        let mirror = { (matrices: [[[Double]]]) in
            matrices.map { $0.error(of: [0, 1, 2, 3]) - $0.error(of: [4, 5]) }
        }
        return Claim(
            "5-4X",
            "Changes that turn one class into another are harmful: half turns for 6 and 9, mirrors for b and d.",
            method: """
                Each copy flipped with probability ½ and labels kept. Digits under half turns: the rise of the error on 6 and 9 \
                minus that on 0, 1 and 8, which a half turn leaves what they are. Drawn letters under mirrors: b, d, p, q against o, x.
                """
        ) {
            Check.positive(
                "rise of the error on 6 and 9 minus that on 0, 1 and 8",
                differences: zip(flips.turned, flips.plain).map {
                    $0.error(of: [6, 9]) - $1.error(of: [6, 9]) - $0.error(of: [0, 1, 8]) + $1.error(of: [0, 1, 8])
                })
            Check.positive(
                "rise of the share of 6 and 9 taken for each other",
                differences: zip(flips.turned, flips.plain).map { ($0[6][9] + $0[9][6] - $1[6][9] - $1[9][6]) / 2 })
            Check.positive(
                "letters: rise of the error on b, d, p, q minus that on o, x",
                differences: zip(mirror(flips.mirroredLetters), mirror(flips.plainLetters)).map { $0 - $1 })
        }
    }
}

extension [[Double]] {
    /// The mean share of the images of `classes` that are not taken for what they are.
    func error(of classes: [Int]) -> Double {
        classes.reduce(0) { $0 + 1 - self[$1][$1] } / Double(classes.count)
    }
}

extension Flips {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-4X") { swap(&$0.plain, &$0.turned) },
        Mutant("5-4X") { swap(&$0.plainLetters, &$0.mirroredLetters) },
        Mutant("5-4X") { $0.mirroredLetters = $0.plainLetters },
    ]
}
