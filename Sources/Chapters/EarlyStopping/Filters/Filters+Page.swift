import Foundation
import Notebook
import Plots
import Statistics

extension Filters: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("filters", Self.shares(results))
        PageFigure("product", Self.product(results))
        Value("filter-gap", results.largestGap)
        Value("filter-gap-at", results.gapAt)
        Value("filter-ratio", results.largestRatio)
        Value("product-at-hundredth", results.products[1])
        Value("product-at-one", results.products[4])
        Value("product-at-ten", results.products[6])
        Value("matched-draws", results.matchedProducts.count)
        Value("matched-product", results.typicalProduct)
        Value("matched-gap", results.matchedGaps.map(abs).mean)
        Value("within-two", results.shareWithinTwo)
        Value("within-five", results.shareWithinFive)
        Self.claims(results)
    }

    private static func shares(_ filters: Results) -> Figure {
        let places = (0...160).map { pow(10, -2 + Double($0) / 40) }
        return Figure(width: 300, height: 190) {
            Panel(
                x: Axis("$s=\\lambda/\\alpha=\\eta\\tau\\lambda$", in: 0.01...100, scale: .log),
                y: Axis("share learned", in: 0...1)
            ) {
                Line(x: places, y: places.map { 1 - exp(-$0) }).role(.series(0)).label("early stopping")
                Line(x: places, y: places.map { $0 / (1 + $0) }).role(.series(1)).dash(.dashed).label("weight decay")
                Rule(x: filters.gapAt).role(.muted).label("farthest apart")
            }
        }
    }

    private static func product(_ filters: Results) -> Figure {
        let ratios = (0...100).map { pow(10, -3 + Double($0) / 25) }
        return Figure(width: 300, height: 180) {
            Panel(
                x: Axis("$\\lambda/\\alpha$", in: 1e-3...10, scale: .log), y: Axis("$\\tau\\eta\\alpha$", in: 0...1.1)
            ) {
                Rule(y: 1).role(.muted).label("equation 7.28")
                Line(x: ratios, y: ratios.map { log1p($0) / $0 }).role(.truth)
                Points(x: filters.ratios, y: filters.products).role(.regularized)
            }
        }
    }

    @PageBuilder
    private static func claims(_ results: Results) -> [PageElement] {
        Claim(
            "7-19E", equation: "7.28",
            "For small $\\eta\\lambda$ and $\\lambda/\\alpha$ the two agree if $\\tau\\approx1/(\\eta\\alpha)$.",
            method:
                "The exact product $\\tau\\eta\\alpha$ against $\\lambda/\\alpha$; its first correction is $(1-\\lambda/2\\alpha)/(1+\\eta\\lambda/2)$."
        ) {
            Check.error("product at $\\lambda/\\alpha = 0.001$, minus 1", results.products[0] - 1, atMost: 1e-3)
            Check.error("product minus its first correction at 0.01", results.correctionError, atMost: 1e-4)
            Check.number(
                "product at 10: the regime ends", results.products[results.products.count - 1],
                .within(0.235...0.245))
        }
        Claim(
            "7-20E", equation: "7.28", "Beyond that regime the two still resemble each other.",
            method: "The learned shares $1-e^{-s}$ and $s/(1+s)$ at $s$ up to 10: their ratio and difference."
        ) {
            Check.number("largest ratio", results.largestRatio, .within(1.2983...1.2985))
            Check.number("lowest ratio", results.lowestRatio, .atLeast(1))
            Check.number("largest difference", results.largestGap, .within(0.2035...0.2037))
        }
        Claim(
            "7-21X", equation: "7.28",
            "The best training time and the best decay satisfy $\\alpha\\tau\\eta\\approx1$.",
            method: """
                Linear problems with known truth; $\\alpha$ and $\\tau$ are each chosen by the error against the truth. The \
                logarithm of the product may be off by a factor of two at most; the errors by 5 %.
                """
        ) {
            Check.positive("ln 2 − |mean of ln(ατη)|, in blocks of ten", differences: results.blockMargins)
            Check.positive(
                "5 % − relative difference of the errors", differences: results.matchedGaps.map { 0.05 - $0 })
            Check.number(
                "share of single problems with a product from one half to two", results.shareWithinTwo,
                .atLeast(0.9))
        }
    }
}

extension Filters.Results {
    /// ln 2 minus the magnitude of the mean log product, for each block of ten problems.
    var blockMargins: [Double] {
        stride(from: 0, to: matchedProducts.count - 9, by: 10).map { start in
            let mean = matchedProducts[start..<start + 10].reduce(0) { $0 + log($1) } / 10
            return log(2) - abs(mean)
        }
    }

    /// The share of problems whose own product lies within a factor of two of 1.
    var shareWithinTwo: Double {
        Double(matchedProducts.count { (0.5...2).contains($0) }) / Double(matchedProducts.count)
    }

    /// The share of problems in which the two lowest errors lie within five per cent of each other.
    var shareWithinFive: Double { Double(matchedGaps.count { abs($0) <= 0.05 }) / Double(matchedGaps.count) }

    /// The geometric mean of the products.
    var typicalProduct: Double {
        exp(matchedProducts.reduce(0) { $0 + log($1) } / Double(matchedProducts.count))
    }
}

extension Filters {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-19E") { $0.products[0] = 0.9 },
        Mutant("7-19E") { $0.correctionError = 0.1 },
        Mutant("7-20E") { $0.largestRatio = 2 },
        Mutant("7-20E") { $0.largestGap = 0.3 },
        Mutant("7-21X") {
            for place in stride(from: 0, to: $0.matchedProducts.count, by: 5) { $0.matchedProducts[place] = 9 }
        },
        Mutant("7-21X") { $0.matchedProducts = $0.matchedProducts.map { 9 * $0 } },
        Mutant("7-21X") { $0.matchedGaps = $0.matchedGaps.map { 1 + $0 } },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("7-19E") { $0.equivalentSteps = { l, eta, a in 2 * log1p(l / a) / -log1p(-eta * l) } },
        Mutant("7-19E") { $0.equivalentDecay = { tau, eta in 2 / (tau * eta) } },
        Mutant("7-20E") { $0.decayedShare = { l, a in 1 - a / (2 * l + a) } },
        Mutant("7-20E") { $0.learnedShare = { l, eta, tau in 1 - pow(1 - 2 * eta * l, Double(tau)) } },
    ]
}
